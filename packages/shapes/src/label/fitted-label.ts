// What follows from the words on a shape: how large they are together, and how wide and high the shape must be for them.
import { MAX_EXTENT } from "../limits.ts";
import type { ArrowShape } from "../arrow/schema.ts";
import { heightForTitle } from "../card/layout.ts";
import type { CardShape } from "../card/schema.ts";
import type { EllipseShape } from "../ellipse/schema.ts";
import type { GeoShape } from "../geo/schema.ts";
import type { LineShape } from "../line/schema.ts";
import type { RectShape } from "../rect/schema.ts";
import { shapeKindOf } from "../registry.ts";
import type { TextFont } from "../text/layout.ts";
import { contentStart, itemOf } from "../text/list-item.ts";
import { blockFont } from "../text/text-block.ts";
import { boxLabel, heightForLabel, widthForWord } from "./label-block.ts";

/** PORT: the box of a text, page units. */
type Measure = (text: string, font: TextFont) => { readonly w: number; readonly h: number };
/** What may have a label, and grows with it where it is a box. */
export type Labelled = ArrowShape | CardShape | EllipseShape | GeoShape | LineShape | RectShape;

/** What of its size a shape has to keep to, page units. */
export type LabelFit = {
  /** It is made no smaller; its own size where nothing is said. */
  readonly least?: { readonly w: number; readonly h: number } | undefined;
  /** Its width is what somebody has just given it: words that do not fit are broken. */
  readonly isWidthKept?: boolean;
};

/** How large the words are together, and the shape for them; it grows to both sides. Lines and arrows have no size of their own. */
export function fittedLabel(
  shape: Labelled,
  measure: Measure,
  { least, isWidthKept = false }: LabelFit = {},
): { readonly textW: number; readonly textH: number; readonly x?: number; readonly w?: number; readonly h?: number } {
  const wide = isWidthKept ? shape : widened(shape, measure, least?.w);
  const block = shapeKindOf<Labelled>(wide).textBlock?.(wide);
  const isBlank = block === undefined || shape.text === "";
  const box = isBlank ? { w: 0, h: 0 } : measure(shape.text, blockFont(block));
  const size = { textW: box.w, textH: box.h };
  if (!("h" in wide)) return size;
  const needed = wide.kind === "card" ? heightForTitle(box.h) : heightForLabel(wide, box.h);
  const { x, w } = wide;
  return { ...size, ...(wide === shape ? {} : { x, w }), h: Math.min(MAX_EXTENT, Math.max(least?.h ?? wide.h, needed)) };
}

/** Words wider than this many times their font size are broken all the same. */
const MOST_WORD_EMS = 16;

/**
 * The shape as wide as its widest word needs it, about its middle. Of outlines that leave words no more than a part of their box: in
 * those even common words would be broken.
 */
function widened<S extends Labelled>(shape: S, measure: Measure, leastW: number | undefined): S {
  if (shape.kind !== "geo" && shape.kind !== "ellipse") return shape;
  const kept = leastW ?? shape.w;
  const { fontSize, face } = boxLabel(shape);
  const word = shape.text === "" ? 0 : measure(wordsApart(shape.text), { fontSize, face }).w;
  const w = Math.min(MAX_EXTENT, Math.max(kept, widthForWord(shape, Math.min(word, MOST_WORD_EMS * fontSize))));
  return w === shape.w ? shape : { ...shape, w, x: shape.x + (shape.w - w) / 2 };
}

/** Each word on a line of its own; that of an item behind its marker. */
function wordsApart(text: string): string {
  const lines = text.split("\n").flatMap((line) => {
    const item = itemOf(line);
    const lead = item === undefined ? "" : line.slice(0, contentStart(item));
    return line
      .slice(lead.length)
      .split(/\s+/u)
      .map((word) => lead + word);
  });
  return lines.join("\n");
}
