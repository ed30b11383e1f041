// A shape's text as it is laid out, whatever kind has it: where its lines are, and in which ink.
import type { Box } from "@inkroom/geometry";
import type { Paint, TextItem } from "../display-list.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { baselineOffset, LINE_HEIGHT, type TextFace } from "./font.ts";
import { layoutLines, type TextFont } from "./layout.ts";
import type { AlignName } from "./schema.ts";

export type TextBlock = {
  readonly text: string;
  /** Local space, page units: as wide as lines may be, as high as they were measured to be together. */
  readonly box: Box;
  /** True: lines wrap at the width of the box. */
  readonly wraps: boolean;
  /** True: lines keep to the middle of the box's height, also where there are more or fewer than were measured. */
  readonly centred: boolean;
  /** Page units. */
  readonly fontSize: number;
  readonly align: AlignName;
  readonly face: TextFace;
  readonly paint: Paint;
};

/** Share of the width at which lines begin, by alignment. */
export const ALIGN_SHARES: Readonly<Record<AlignName, number>> = { left: 0, center: 0.5, right: 1 };

/** The width at which lines wrap; undefined where they do not. */
export function wrapWidth({ box, wraps }: Pick<TextBlock, "box" | "wraps">): number | undefined {
  return wraps ? box.w : undefined;
}

/** What its lines are broken and measured with. */
export function blockFont(block: TextBlock): TextFont {
  return { fontSize: block.fontSize, face: block.face, maxWidth: wrapWidth(block) };
}

/** Top of the first of `count` lines, local space. */
export function firstLineTop({ box, centred, fontSize }: TextBlock, count: number): number {
  return centred ? box.y + (box.h - count * LINE_HEIGHT * fontSize) / 2 : box.y;
}

/** A line as it is seen: the space at which it was wrapped hangs over its end, and has no part in where it stands. */
export function shownPart({ wraps, align }: TextBlock, line: string): string {
  return wraps && align !== "left" ? line.trimEnd() : line;
}

/** What the block looks like; nothing where nothing is written. */
export function textItems(block: TextBlock, measureLine?: LineMeasurer): readonly TextItem[] {
  const { text, box, fontSize, align, face, paint } = block;
  if (text === "") return [];
  const x = box.x + box.w * ALIGN_SHARES[align];
  const lines = layoutLines(text, blockFont(block), measureLine);
  const top = firstLineTop(block, lines.length) + baselineOffset(fontSize, face.font);
  return [
    {
      kind: "text",
      lines: lines.map((line, i) => ({ text: shownPart(block, line), x, y: top + i * LINE_HEIGHT * fontSize })),
      fontSize,
      align,
      face,
      paint,
    },
  ];
}
