// Straight segments between two points.
import { distance, type Vec } from "./vec.ts";

/** The point of the segment that is nearest to `point`. A segment of no length is its one point. */
export function nearestOnSegment(point: Vec, from: Vec, to: Vec): Vec {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const lengthSquared = dx * dx + dy * dy;
  if (lengthSquared === 0) return from;
  const t = Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / lengthSquared));
  return { x: from.x + t * dx, y: from.y + t * dy };
}

export function distanceToSegment(point: Vec, from: Vec, to: Vec): number {
  return distance(point, nearestOnSegment(point, from, to));
}

/** Do the two segments have a point in common? Touching and overlapping count. */
export function segmentsIntersect(a: Vec, b: Vec, c: Vec, d: Vec): boolean {
  const d1 = side(c, d, a);
  const d2 = side(c, d, b);
  const d3 = side(a, b, c);
  const d4 = side(a, b, d);
  if (d1 * d2 < 0 && d3 * d4 < 0) return true;
  return (
    (d1 === 0 && isWithin(c, d, a)) || (d2 === 0 && isWithin(c, d, b)) || (d3 === 0 && isWithin(a, b, c)) || (d4 === 0 && isWithin(a, b, d))
  );
}

/**
 * How far along the segment from `from` to `to`, as a share of it, it crosses the one from `a` to `b`; undefined where it does
 * not, or the two are parallel.
 */
export function crossingShare(from: Vec, to: Vec, a: Vec, b: Vec): number | undefined {
  const [dx, dy, ex, ey] = [to.x - from.x, to.y - from.y, b.x - a.x, b.y - a.y];
  const area = dx * ey - dy * ex;
  if (area === 0) return undefined;
  const share = ((a.x - from.x) * ey - (a.y - from.y) * ex) / area;
  const other = ((a.x - from.x) * dy - (a.y - from.y) * dx) / area;
  return share < 0 || share > 1 || other < 0 || other > 1 ? undefined : share;
}

/** Smallest distance between two segments; 0 where they meet. */
export function segmentDistance(a: Vec, b: Vec, c: Vec, d: Vec): number {
  if (segmentsIntersect(a, b, c, d)) return 0;
  return Math.min(distanceToSegment(a, c, d), distanceToSegment(b, c, d), distanceToSegment(c, a, b), distanceToSegment(d, a, b));
}

/** On which side of the line from `from` to `to` the point lies: sign -1, 0, 1. */
function side(from: Vec, to: Vec, point: Vec): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}

/** For a point on the segment's line: is it between the ends? */
function isWithin(from: Vec, to: Vec, point: Vec): boolean {
  return (
    point.x >= Math.min(from.x, to.x) &&
    point.x <= Math.max(from.x, to.x) &&
    point.y >= Math.min(from.y, to.y) &&
    point.y <= Math.max(from.y, to.y)
  );
}
