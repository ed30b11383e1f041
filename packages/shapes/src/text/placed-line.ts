// Where the lines of a text with lists or links in it stand. One with lists is a block, as wide as its widest line, that keeps to the
// side that the text is aligned to; in it each line begins at the side from which it is read.
import type { Box } from "@inkroom/geometry";
import type { LineMeasurer } from "../shape-kind.ts";
import { baselineOffset, LINE_HEIGHT } from "./font.ts";
import { type LaidLine, layoutText, roughly } from "./layout.ts";
import { hasItems } from "./list-item.ts";
import { ALIGN_SHARES, blockFont, firstLineTop, listSpan, shownPart, type TextBlock } from "./text-block.ts";

/** In local space. */
export type PlacedLine = LaidLine & {
  /** `text` as it is seen: see shownPart. */
  readonly shown: string;
  /** Around those letters; of an item around those behind the marker. */
  readonly box: Box;
  /** y of the baseline. */
  readonly y: number;
  /** The side at which it begins, where that of an item with its marker does. */
  readonly side: number;
};

export function placedLines(block: TextBlock, measureLine: LineMeasurer = roughly): readonly PlacedLine[] {
  const { box, align, fontSize, face } = block;
  const laid = layoutText(block.text, blockFont(block), measureLine);
  const top = firstLineTop(block, laid.length);
  const span = hasItems(block.text) ? listSpan(block) : undefined;
  const h = LINE_HEIGHT * fontSize;
  return laid.map((line, i): PlacedLine => {
    const shown = shownPart(block, line.text);
    const w = measureLine(shown, fontSize, face);
    const { x: left, w: room } = span ?? { x: box.x + (box.w - w) * ALIGN_SHARES[align], w };
    const side = line.isRtl ? left + room : left;
    const x = line.isRtl ? side - line.hang - w : side + line.hang;
    return { ...line, shown, side, box: { x, y: top + i * h, w, h }, y: top + i * h + baselineOffset(fontSize, face.font) };
  });
}
