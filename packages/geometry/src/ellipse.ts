// Axis-aligned ellipses, given by the box they are inscribed in.
import { type Box, boxCenter } from "./box.ts";
import { nearestOnSegment } from "./segment.ts";
import type { Vec } from "./vec.ts";

/** Rounds of the search for the nearest point; four give a thousandth of a radius, more costs little. */
const NEAREST_ROUNDS = 6;

/** The outline counts as inside. An ellipse of no width or height contains nothing. */
export function isInEllipse(point: Vec, box: Box): boolean {
  if (box.w === 0 || box.h === 0) return false;
  const center = boxCenter(box);
  return ((point.x - center.x) / (box.w / 2)) ** 2 + ((point.y - center.y) / (box.h / 2)) ** 2 <= 1;
}

/** The point of the outline that is nearest to `point`. */
export function nearestOnEllipse(point: Vec, box: Box): Vec {
  const center = boxCenter(box);
  const a = box.w / 2;
  const b = box.h / 2;
  if (a === 0 || b === 0) return nearestOnSegment(point, { x: box.x, y: box.y }, { x: box.x + box.w, y: box.y + box.h });
  // Worked in the first quadrant: each round replaces the ellipse by its circle of curvature at the present guess
  // and steps to the point of that circle nearest to `point`.
  const px = Math.abs(point.x - center.x);
  const py = Math.abs(point.y - center.y);
  let tx = Math.SQRT1_2;
  let ty = Math.SQRT1_2;
  for (let round = 0; round < NEAREST_ROUNDS; round += 1) {
    const ex = ((a * a - b * b) * tx ** 3) / a;
    const ey = ((b * b - a * a) * ty ** 3) / b;
    const r = Math.hypot(a * tx - ex, b * ty - ey);
    const q = Math.hypot(px - ex, py - ey);
    if (q === 0) break;
    tx = Math.min(1, Math.max(0, (((px - ex) * r) / q + ex) / a));
    ty = Math.min(1, Math.max(0, (((py - ey) * r) / q + ey) / b));
    const norm = Math.hypot(tx, ty);
    tx /= norm;
    ty /= norm;
  }
  return {
    x: center.x + (point.x < center.x ? -1 : 1) * a * tx,
    y: center.y + (point.y < center.y ? -1 : 1) * b * ty,
  };
}

/** Distance to the outline, from inside or outside. */
export function distanceToEllipse(point: Vec, box: Box): number {
  const nearest = nearestOnEllipse(point, box);
  return Math.hypot(point.x - nearest.x, point.y - nearest.y);
}

/** A closed polygon through `corners` points of the outline, flat x, y; the last point repeats the first. */
export function ellipsePolygon(box: Box, corners: number): number[] {
  const center = boxCenter(box);
  const flat: number[] = [];
  for (let i = 0; i <= corners; i += 1) {
    const angle = ((i % corners) / corners) * 2 * Math.PI;
    flat.push(center.x + (box.w / 2) * Math.cos(angle), center.y + (box.h / 2) * Math.sin(angle));
  }
  return flat;
}
