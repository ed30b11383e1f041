// Where letters of a text stand: the place of a caret, and what a selection covers. Within a line, left to right; in a line that is
// read from the right, right to left.
import type { Box } from "@inkroom/geometry";
import type { LineMeasurer } from "../shape-kind.ts";
import { type PlacedLine, placedLines } from "./placed-line.ts";
import type { TextBlock } from "./text-block.ts";

/** The caret before the letter at `offset`, as a box without width; before what an item says for its marker. Local space, page units. */
export function caretBox(block: TextBlock, offset: number, measureLine: LineMeasurer): Box {
  const lines = placedLines(block, measureLine);
  const line = lines.findLast(({ start }) => start <= offset) ?? lines[0];
  return line === undefined ? block.box : between(block, line, offset, offset, measureLine);
}

/** What the letters from `start` to `end` cover: a box per line, local space. */
export function selectionBoxes(block: TextBlock, start: number, end: number, measureLine: LineMeasurer): readonly Box[] {
  return placedLines(block, measureLine).flatMap((line) => {
    const [from, to] = [Math.max(start, line.from), Math.min(end, line.from + line.text.length)];
    return from < to ? [between(block, line, from, to, measureLine)] : [];
  });
}

function between({ fontSize, face }: TextBlock, line: PlacedLine, start: number, end: number, measureLine: LineMeasurer): Box {
  const width = (to: number): number => measureLine(line.text.slice(0, Math.max(0, to - line.from)), fontSize, face);
  const { x, y, w, h } = line.box;
  return { x: line.isRtl ? x + w - width(end) : x + width(start), y, w: width(end) - width(start), h };
}
