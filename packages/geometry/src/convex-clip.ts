// What of a segment lies inside of a convex polygon (Cyrus and Beck's clipping).
import { type FlatPoints, pointAt, pointCount } from "./polyline.ts";
import { lerpVec, type Vec } from "./vec.ts";

/** The part of the segment inside; undefined for none. `polygon`: flat x, y, clockwise as seen on screen (y grows downwards), not closed. */
export function segmentInConvex(from: Vec, to: Vec, polygon: FlatPoints): readonly [Vec, Vec] | undefined {
  let enter = 0;
  let leave = 1;
  const count = pointCount(polygon);
  for (let i = 0; i < count; i += 1) {
    const a = pointAt(polygon, i);
    const b = pointAt(polygon, (i + 1) % count);
    // Inside is at the right of each side: there the cross product is positive.
    const atFrom = cross(a, b, from);
    const step = cross(a, b, to) - atFrom;
    if (step === 0) {
      if (atFrom < 0) return undefined;
    } else if (step > 0) enter = Math.max(enter, -atFrom / step);
    else leave = Math.min(leave, -atFrom / step);
  }
  return enter > leave ? undefined : [lerpVec(from, to, enter), lerpVec(from, to, leave)];
}

/** Does the point lie inside, or on a side? */
export function isInConvex(point: Vec, polygon: FlatPoints): boolean {
  return segmentInConvex(point, point, polygon) !== undefined;
}

function cross(a: Vec, b: Vec, point: Vec): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}
