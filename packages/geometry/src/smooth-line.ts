// Curves through points, as chains of straight pieces too short to be told from them.
import { type FlatPoints, pointAt, pointCount } from "./polyline.ts";
import type { Vec } from "./vec.ts";

/** How far a piece may be off the curve, page units. */
const TOLERANCE = 0.05;
const MOST_PIECES = 64;

/**
 * The curve (a Catmull-Rom spline) through the points, flat x, y; the points lie on it. It is stretched as they are. Where the
 * last point is the first one and `isClosed`, it goes through that one smoothly too. Two points are a straight line.
 */
export function smoothLine(flat: FlatPoints, isClosed = false): number[] {
  const count = pointCount(flat);
  if (count < 3) return Array.from(flat);
  const first = pointAt(flat, 0);
  const path: number[] = [first.x, first.y];
  const around = (i: number): Vec => {
    if (!isClosed) return pointAt(flat, Math.min(count - 1, Math.max(0, i)));
    return pointAt(flat, (i + count - 1) % (count - 1));
  };
  for (let i = 0; i + 1 < count; i += 1) {
    const [before, from, to, after] = [around(i - 1), pointAt(flat, i), pointAt(flat, i + 1), around(i + 2)];
    const c1 = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const c2 = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    const pieces = piecesOf(from, c1, c2, to);
    for (let k = 1; k < pieces; k += 1) path.push(...onCubic([from, c1, c2, to], k / pieces));
    path.push(to.x, to.y);
  }
  return path;
}

/** Half way along the curve from the i-th point to the next. */
export function middleOfSmooth(smooth: FlatPoints, from: Vec, to: Vec): Vec {
  let at = 0;
  while (at < pointCount(smooth) - 1 && !isAt(smooth, at, from)) at += 1;
  let end = at + 1;
  while (end < pointCount(smooth) - 1 && !isAt(smooth, end, to)) end += 1;
  return pointAt(smooth, Math.floor((at + end) / 2));
}

function isAt(flat: FlatPoints, i: number, { x, y }: Vec): boolean {
  return flat[i * 2] === x && flat[i * 2 + 1] === y;
}

function onCubic([a, b, c, d]: readonly [Vec, Vec, Vec, Vec], t: number): [number, number] {
  const u = 1 - t;
  const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y];
}

/** Enough of them that none is off by more than the tolerance: what the second differences of the control points allow. */
function piecesOf(a: Vec, b: Vec, c: Vec, d: Vec): number {
  const bend = Math.max(Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y), Math.hypot(b.x - 2 * c.x + d.x, b.y - 2 * c.y + d.y));
  return Math.min(MOST_PIECES, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / TOLERANCE))));
}
