// Fewer points for the same line: what level-of-detail drawing and importers use. Never applied to what is stored.
import { distanceToSegment } from "./segment.ts";
import { type FlatPoints, pointAt, pointCount } from "./polyline.ts";

/**
 * Drops points that lie within `tolerance` of the line through their kept neighbours (Ramer-Douglas-Peucker).
 * Keeps the first and the last point and all numbers of each kept point. Result is flat with the same stride.
 */
export function simplifyPolyline(flat: FlatPoints, tolerance: number, stride = 2): number[] {
  const count = pointCount(flat, stride);
  const keeps = new Uint8Array(count);
  if (count > 0) {
    keeps[0] = 1;
    keeps[count - 1] = 1;
  }
  const open: [number, number][] = count > 2 ? [[0, count - 1]] : [];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [first, last] = range;
    const farthest = farthestBetween(flat, first, last, stride);
    if (farthest.distance <= tolerance) continue;
    keeps[farthest.index] = 1;
    open.push([first, farthest.index], [farthest.index, last]);
  }
  const kept: number[] = [];
  for (let i = 0; i < count; i += 1) {
    if (keeps[i] === 1) for (let k = 0; k < stride; k += 1) kept.push(flat[i * stride + k] as number);
  }
  return kept;
}

function farthestBetween(flat: FlatPoints, first: number, last: number, stride: number): { index: number; distance: number } {
  const from = pointAt(flat, first, stride);
  const to = pointAt(flat, last, stride);
  let index = first;
  let distance = -1;
  for (let i = first + 1; i < last; i += 1) {
    const d = distanceToSegment(pointAt(flat, i, stride), from, to);
    if (d > distance) {
      distance = d;
      index = i;
    }
  }
  return { index, distance };
}
