// How long the outline of an ellipse is, and the polygon that stands in for it.
import { ellipsePolygon } from "@inkroom/geometry";
import { boxFrame } from "../box-shape.ts";
import type { EllipseShape } from "./schema.ts";

/** Corners of the polygon: off by less than a thousandth of the ellipse's size. */
const POLYGON_CORNERS = 72;

/** A closed chain of straight lines, flat x, y, local space. */
export function ellipseOutline(shape: EllipseShape): readonly number[] {
  return ellipsePolygon(boxFrame(shape), POLYGON_CORNERS);
}

/** Length of the outline (Ramanujan's approximation, well under a thousandth off). */
export function ellipsePerimeter({ w, h }: { readonly w: number; readonly h: number }): number {
  const a = w / 2;
  const b = h / 2;
  return Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
}
