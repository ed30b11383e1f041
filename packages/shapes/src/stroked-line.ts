// A stroked chain of straight segments, dashed or not, that stops before a box and goes on behind it.
import { type Box, polylineLength } from "@inkroom/geometry";
import type { PathItem } from "./display-list.ts";
import { polylineOutside } from "./label/polyline-outside.ts";
import { type LineLook, outlineItem } from "./outline-item.ts";
import { polylinePath } from "./polyline-path.ts";

/** One item per piece. `width` in page units; `gap` in the space of `flat`. */
export function strokedLine(look: LineLook, flat: readonly number[], width: number, gap: Box | undefined): readonly PathItem[] {
  const pieces = gap === undefined ? [flat] : polylineOutside(flat, gap);
  return pieces.map((piece) => outlineItem(look, polylinePath(piece), { width, length: polylineLength(piece), closed: false }));
}
