// Chains of straight segments, held flat: x0, y0, x1, y1, ... (or with a longer stride, of which x and y come first).
import type { Box } from "./box.ts";
import { distanceToSegment, segmentDistance } from "./segment.ts";
import type { Vec } from "./vec.ts";

/** Numbers of a polyline; a plain array or a typed one. */
export type FlatPoints = ArrayLike<number>;

/** Number of points. */
export function pointCount(flat: FlatPoints, stride = 2): number {
  return Math.floor(flat.length / stride);
}

/** The i-th point. Throws a RangeError where there is none. */
export function pointAt(flat: FlatPoints, i: number, stride = 2): Vec {
  const x = flat[i * stride];
  const y = flat[i * stride + 1];
  if (x === undefined || y === undefined) throw new RangeError(`no point ${i} in a polyline of ${pointCount(flat, stride)}`);
  return { x, y };
}

/** Bounds of the points; an empty box at (0, 0) for none. */
export function polylineBounds(flat: FlatPoints, stride = 2): Box {
  if (flat.length < stride) return { x: 0, y: 0, w: 0, h: 0 };
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i + 1 < flat.length; i += stride) {
    const x = flat[i] as number;
    const y = flat[i + 1] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

export function polylineLength(flat: FlatPoints, stride = 2): number {
  let sum = 0;
  eachSegment(flat, stride, (from, to) => {
    sum += Math.hypot(to.x - from.x, to.y - from.y);
    return false;
  });
  return sum;
}

/** Is any part of the chain within `reach` of the point? Stops at the first one. */
export function isNearPolyline(point: Vec, flat: FlatPoints, reach: number, stride = 2): boolean {
  return eachSegment(flat, stride, (from, to) => distanceToSegment(point, from, to) <= reach);
}

/** Is any part of the chain within `reach` of the segment? Stops at the first one. */
export function isSegmentNearPolyline(from: Vec, to: Vec, flat: FlatPoints, reach: number, stride = 2): boolean {
  return eachSegment(flat, stride, (c, d) => segmentDistance(from, to, c, d) <= reach);
}

/** Smallest distance of the point to the chain; Infinity for an empty chain. */
export function distanceToPolyline(point: Vec, flat: FlatPoints, stride = 2): number {
  let best = Infinity;
  eachSegment(flat, stride, (from, to) => {
    best = Math.min(best, distanceToSegment(point, from, to));
    return best === 0;
  });
  return best;
}

/** Even-odd rule; the polygon closes itself. Points exactly on the outline may go either way. */
export function isInPolygon(point: Vec, flat: FlatPoints, stride = 2): boolean {
  const count = pointCount(flat, stride);
  let inside = false;
  for (let i = 0; i < count; i += 1) {
    const a = pointAt(flat, i, stride);
    const b = pointAt(flat, (i + count - 1) % count, stride);
    const crosses = a.y > point.y !== b.y > point.y;
    if (crosses && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/**
 * Does a closed chain of straight lines go round the point? As a fill sees it: what it goes round twice is inside, too, unless it
 * goes round it the other way the second time. `flat` as above.
 */
export function isEnclosed(point: Vec, flat: FlatPoints, stride = 2): boolean {
  const count = pointCount(flat, stride);
  let turns = 0;
  for (let i = 0; i < count; i += 1) {
    const from = pointAt(flat, (i + count - 1) % count, stride);
    const to = pointAt(flat, i, stride);
    if (from.y > point.y === to.y > point.y) continue;
    if (point.x < ((to.x - from.x) * (point.y - from.y)) / (to.y - from.y) + from.x) turns += to.y > from.y ? 1 : -1;
  }
  return turns !== 0;
}

/** Visits the segments until `visit` gives true; a single point is a segment of no length. Gives whether it stopped. */
function eachSegment(flat: FlatPoints, stride: number, visit: (from: Vec, to: Vec) => boolean): boolean {
  const count = pointCount(flat, stride);
  if (count === 0) return false;
  let from = pointAt(flat, 0, stride);
  if (count === 1) return visit(from, from);
  for (let i = 1; i < count; i += 1) {
    const to = pointAt(flat, i, stride);
    if (visit(from, to)) return true;
    from = to;
  }
  return false;
}
