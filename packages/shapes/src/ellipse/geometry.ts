// Boxes and resizing of ellipses.
import { type Box, expandBox, normalizeBox } from "@inkroom/geometry";
import { resizedOrigin } from "../resized-origin.ts";
import { STROKE_WIDTHS } from "../style.ts";
import type { EllipseShape } from "./schema.ts";

export function ellipseFrame(shape: EllipseShape): Box {
  return { x: 0, y: 0, w: shape.w, h: shape.h };
}

export function ellipseBounds(shape: EllipseShape): Box {
  return expandBox(ellipseFrame(shape), STROKE_WIDTHS[shape.size] / 2);
}

/** Length of the outline (Ramanujan's approximation, well under a thousandth off). */
export function ellipsePerimeter({ w, h }: { readonly w: number; readonly h: number }): number {
  const a = w / 2;
  const b = h / 2;
  return Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
}

export function resizeEllipse(shape: EllipseShape, target: Box): Partial<EllipseShape> {
  const { w, h } = normalizeBox(target);
  return { ...resizedOrigin(shape, ellipseFrame(shape), target, { x: 0, y: 0, w, h }), rotation: shape.rotation, w, h };
}
