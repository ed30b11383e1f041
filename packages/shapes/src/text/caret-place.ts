// Where letters of a text stand: the place of a caret, and what a selection covers. Lines as in layout.ts, left to right.
import type { Box } from "@inkroom/geometry";
import type { LineMeasurer } from "../shape-kind.ts";
import { LINE_HEIGHT } from "./font.ts";
import { textFontSize } from "./geometry.ts";
import { layoutLines } from "./layout.ts";
import type { TextShape } from "./schema.ts";

type Line = { readonly text: string; /** Offset of its first letter in the whole text. */ readonly from: number };

/** The caret before the letter at `offset`, as a box without width; local space, page units. */
export function caretBox(shape: TextShape, offset: number, measureLine: LineMeasurer): Box {
  const lines = linesOf(shape, measureLine);
  const row = Math.max(
    0,
    lines.findLastIndex((line) => line.from <= offset),
  );
  return between(shape, lines, row, offset, offset, measureLine);
}

/** What the letters from `start` to `end` cover: a box per line, local space. */
export function selectionBoxes(shape: TextShape, start: number, end: number, measureLine: LineMeasurer): readonly Box[] {
  const lines = linesOf(shape, measureLine);
  return lines.flatMap((line, row) => {
    const [from, to] = [Math.max(start, line.from), Math.min(end, line.from + line.text.length)];
    return from < to ? [between(shape, lines, row, from, to, measureLine)] : [];
  });
}

function linesOf(shape: TextShape, measureLine: LineMeasurer): readonly Line[] {
  const font = { fontSize: textFontSize(shape), maxWidth: shape.autoWidth ? undefined : shape.w };
  const lines: Line[] = [];
  let from = 0;
  for (const paragraph of shape.text.split("\n")) {
    for (const text of layoutLines(paragraph, font, measureLine)) {
      lines.push({ text, from });
      from += text.length;
    }
    // The line end itself.
    from += 1;
  }
  return lines;
}

function between(shape: TextShape, lines: readonly Line[], row: number, start: number, end: number, measureLine: LineMeasurer): Box {
  const fontSize = textFontSize(shape);
  const { text = "", from = 0 } = lines[row] ?? {};
  const width = (to: number): number => measureLine(text.slice(0, Math.max(0, to - from)), fontSize);
  const share = { left: 0, center: 0.5, right: 1 }[shape.align];
  const left = (shape.w - measureLine(text, fontSize)) * share;
  const h = LINE_HEIGHT * fontSize;
  return { x: left + width(start), y: row * h, w: width(end) - width(start), h };
}
