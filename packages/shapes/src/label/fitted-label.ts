// What follows from the words on a shape: how large they are together, and how high the shape must be for them.
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
import { blockFont } from "../text/text-block.ts";
import { heightForLabel } from "./label-block.ts";

/** PORT: the box of a text, page units. */
type Measure = (text: string, font: TextFont) => { readonly w: number; readonly h: number };
/** What may have a label, and grows with it where it is a box. */
export type Labelled = ArrowShape | CardShape | EllipseShape | GeoShape | LineShape | RectShape;

/** `leastH`: a box is made no lower, page units; the shape's own height where nothing is said. Lines and arrows have no `h`. */
export function fittedLabel(
  shape: Labelled,
  measure: Measure,
  leastH?: number,
): { readonly textW: number; readonly textH: number; readonly h?: number } {
  const block = shapeKindOf<Labelled>(shape).textBlock?.(shape);
  const isBlank = block === undefined || shape.text === "";
  const box = isBlank ? { w: 0, h: 0 } : measure(shape.text, blockFont(block));
  const size = { textW: box.w, textH: box.h };
  if (!("h" in shape)) return size;
  const needed = shape.kind === "card" ? heightForTitle(box.h) : heightForLabel(shape, box.h);
  return { ...size, h: Math.min(MAX_EXTENT, Math.max(leastH ?? shape.h, needed)) };
}
