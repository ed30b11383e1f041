// A shape's text as it is laid out, whatever kind has it: where its lines are, and in which ink.
import type { Box } from "@inkroom/geometry";
import type { Paint } from "../display-list.ts";
import { LINE_HEIGHT, type TextFace } from "./font.ts";
import type { TextFont } from "./layout.ts";
import type { AlignName } from "./schema.ts";

export type TextBlock = {
  readonly text: string;
  /** Local space, page units: as wide as lines may be, as high as they were measured to be together. */
  readonly box: Box;
  /** How wide the widest line was measured to be, page units; 0 where nobody has. */
  readonly linesW: number;
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
function wrapWidth({ box, wraps }: Pick<TextBlock, "box" | "wraps">): number | undefined {
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

/** Where the lines of a text with lists are together; all of the box's width where nobody has measured them. */
export function listSpan({ box, linesW, align }: Pick<TextBlock, "box" | "linesW" | "align">): { readonly x: number; readonly w: number } {
  const w = linesW > 0 ? Math.min(box.w, linesW) : box.w;
  return { x: box.x + (box.w - w) * ALIGN_SHARES[align], w };
}
