// Where letters of a text stand: the place of a caret, and what a selection covers. Lines as in layout.ts, left to right.
import type { Box } from "@inkroom/geometry";
import type { LineMeasurer } from "../shape-kind.ts";
import { LINE_HEIGHT } from "./font.ts";
import { layoutLines } from "./layout.ts";
import { ALIGN_SHARES, blockFont, firstLineTop, shownPart, type TextBlock } from "./text-block.ts";

type Line = { readonly text: string; /** Offset of its first letter in the whole text. */ readonly from: number };

/** The caret before the letter at `offset`, as a box without width; local space, page units. */
export function caretBox(block: TextBlock, offset: number, measureLine: LineMeasurer): Box {
  const lines = linesOf(block, measureLine);
  const row = Math.max(
    0,
    lines.findLastIndex((line) => line.from <= offset),
  );
  return between(block, lines, row, offset, offset, measureLine);
}

/** What the letters from `start` to `end` cover: a box per line, local space. */
export function selectionBoxes(block: TextBlock, start: number, end: number, measureLine: LineMeasurer): readonly Box[] {
  const lines = linesOf(block, measureLine);
  return lines.flatMap((line, row) => {
    const [from, to] = [Math.max(start, line.from), Math.min(end, line.from + line.text.length)];
    return from < to ? [between(block, lines, row, from, to, measureLine)] : [];
  });
}

function linesOf(block: TextBlock, measureLine: LineMeasurer): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const paragraph of block.text.split("\n")) {
    for (const text of layoutLines(paragraph, blockFont(block), measureLine)) {
      lines.push({ text, from });
      from += text.length;
    }
    // The line end itself.
    from += 1;
  }
  return lines;
}

function between(block: TextBlock, lines: readonly Line[], row: number, start: number, end: number, measureLine: LineMeasurer): Box {
  const { box, fontSize, align, face } = block;
  const { text = "", from = 0 } = lines[row] ?? {};
  const width = (to: number): number => measureLine(text.slice(0, Math.max(0, to - from)), fontSize, face);
  const left = box.x + (box.w - measureLine(shownPart(block, text), fontSize, face)) * ALIGN_SHARES[align];
  const h = LINE_HEIGHT * fontSize;
  return { x: left + width(start), y: firstLineTop(block, lines.length) + row * h, w: width(end) - width(start), h };
}
