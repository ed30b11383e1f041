// Polygons with their corners cut round.
import { distance, type FlatPoints, lerpVec, pointAt, pointCount } from "@inkroom/geometry";
import type { PathData } from "./display-list.ts";
import { polylinePath } from "./polyline-path.ts";

/** How far from a corner the rounding begins on a large shape, page units. */
const CORNER_CUT = 10;
/** Largest share of a side that the rounding of one corner takes. */
const CORNER_SHARE = 0.25;

/** A closed path through the corners (flat x, y, the first not repeated). */
export function roundedPolygonPath(corners: FlatPoints, isRounded: boolean): PathData {
  if (!isRounded) return polylinePath(corners, true);
  const count = pointCount(corners);
  const path: PathData[number][] = [];
  for (let i = 0; i < count; i += 1) {
    const at = pointAt(corners, i);
    const before = pointAt(corners, (i + count - 1) % count);
    const after = pointAt(corners, (i + 1) % count);
    const [back, ahead] = [distance(at, before), distance(at, after)];
    const cut = Math.min(CORNER_CUT, Math.min(back, ahead) * CORNER_SHARE);
    const from = back === 0 ? at : lerpVec(at, before, cut / back);
    const to = ahead === 0 ? at : lerpVec(at, after, cut / ahead);
    path.push(i === 0 ? "M" : "L", from.x, from.y, "Q", at.x, at.y, to.x, to.y);
  }
  return [...path, "Z"];
}
