// The corner radius of rectangles.
import type { RectShape } from "./schema.ts";

/** Corner radius of a large rectangle, page units. */
const CORNER_RADIUS = 8;
/** Largest share of the shorter side that a corner takes. */
const CORNER_SHARE = 0.2;

export function rectRadius({ corners, w, h }: RectShape): number {
  return corners === "sharp" ? 0 : Math.min(CORNER_RADIUS, Math.min(w, h) * CORNER_SHARE);
}
