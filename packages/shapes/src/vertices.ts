// The vertex list shared by lines and arrows: a flat [x0, y0, x1, y1, ...] relative to the shape's (x, y).
import { type Box, lerpVec, pointAt, type Vec } from "@inkroom/geometry";
import * as v from "valibot";
import { MAX_VERTICES } from "./limits.ts";
import { coordinateSchema } from "./shape-base.ts";

export const verticesSchema = v.pipe(
  v.array(coordinateSchema),
  v.minLength(4),
  v.maxLength(MAX_VERTICES * 2),
  v.check((flat) => flat.length % 2 === 0),
);

/** Smallest factor a side is scaled by: a line squeezed to nothing could never be opened again. */
const MIN_FACTOR = 0.001;

/** The factor that makes `from` as long as `to` (which may be negative: mirrored). 1 where there is nothing to scale. */
export function resizeFactor(from: number, to: number): number {
  if (from === 0) return to < 0 ? -1 : 1;
  const factor = to / from;
  return Math.abs(factor) < MIN_FACTOR ? (factor < 0 ? -MIN_FACTOR : MIN_FACTOR) : factor;
}

/** The vertices scaled as `bounds`, the box of what is drawn through them, is to the size of `target`; the first one stays at (0, 0). */
export function resizedVertices(vertices: readonly number[], bounds: Box, target: Box): number[] {
  const fx = resizeFactor(bounds.w, target.w);
  const fy = resizeFactor(bounds.h, target.h);
  const first = pointAt(vertices, 0);
  return vertices.map((value, i) => (i % 2 === 0 ? (value - first.x) * fx : (value - first.y) * fy) + 0);
}

/** The polyline without its first `start` and last `end` page units of length; undefined where nothing is left. */
export function trimPolyline(vertices: readonly number[], start: number, end: number): number[] | undefined {
  const cut = cutStart(vertices, start);
  const back = cut && cutStart(reversed(cut), end);
  return back && reversed(back);
}

function cutStart(flat: readonly number[], length: number): number[] | undefined {
  if (length <= 0) return [...flat];
  let rest = length;
  for (let i = 1; i < flat.length / 2; i += 1) {
    const from = pointAt(flat, i - 1);
    const to = pointAt(flat, i);
    const step = Math.hypot(to.x - from.x, to.y - from.y);
    if (step > rest) {
      const at = lerpVec(from, to, rest / step);
      return [at.x, at.y, ...flat.slice(i * 2)];
    }
    rest -= step;
  }
  return undefined;
}

function reversed(flat: readonly number[]): number[] {
  const points: Vec[] = [];
  for (let i = flat.length / 2 - 1; i >= 0; i -= 1) points.push(pointAt(flat, i));
  return points.flatMap(({ x, y }) => [x, y]);
}
