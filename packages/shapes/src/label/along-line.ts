// Places along a chain of straight lines (flat x, y), as shares of its length.
import { distance, lerpVec, nearestOnSegment, pointAt, pointCount, polylineLength, type Vec } from "@inkroom/geometry";

export function pointAlong(line: readonly number[], share: number): Vec {
  let rest = share * polylineLength(line);
  const last = pointCount(line) - 1;
  for (let i = 0; i < last; i += 1) {
    const [from, to] = [pointAt(line, i), pointAt(line, i + 1)];
    const step = distance(from, to);
    if (step > 0 && rest <= step) return lerpVec(from, to, rest / step);
    rest -= step;
  }
  return pointAt(line, Math.max(0, last));
}

/** The share of the way to the point of the line that is nearest; 0 on a line of no length. */
export function shareNearest(line: readonly number[], point: Vec): number {
  let [way, best, least] = [0, 0, Infinity];
  for (let i = 0; i + 1 < pointCount(line); i += 1) {
    const [from, to] = [pointAt(line, i), pointAt(line, i + 1)];
    const near = nearestOnSegment(point, from, to);
    if (distance(point, near) < least) [best, least] = [way + distance(from, near), distance(point, near)];
    way += distance(from, to);
  }
  return way === 0 ? 0 : Math.min(1, best / way);
}
