// Boxes, corner radius and resizing of rectangles.
import { type Box, expandBox, normalizeBox } from "@inkroom/geometry";
import { resizedOrigin } from "../resized-origin.ts";
import { STROKE_WIDTHS } from "../style.ts";
import type { RectShape } from "./schema.ts";

/** Corner radius of a large rectangle, page units. */
const CORNER_RADIUS = 8;
/** Largest share of the shorter side that a corner takes. */
const CORNER_SHARE = 0.2;

export function rectFrame(shape: RectShape): Box {
  return { x: 0, y: 0, w: shape.w, h: shape.h };
}

export function rectBounds(shape: RectShape): Box {
  return expandBox(rectFrame(shape), STROKE_WIDTHS[shape.size] / 2);
}

export function rectRadius(shape: RectShape): number {
  return Math.min(CORNER_RADIUS, Math.min(shape.w, shape.h) * CORNER_SHARE);
}

export function resizeRect(shape: RectShape, target: Box): Partial<RectShape> {
  const { w, h } = normalizeBox(target);
  return { ...resizedOrigin(shape, rectFrame(shape), target, { x: 0, y: 0, w, h }), rotation: shape.rotation, w, h };
}
