// Lines and arrows as they run: straight from vertex to vertex, in a curve through them, or along the axes with rounded corners.
import { distance, lerpVec, pointAt, pointCount, smoothLine } from "@inkroom/geometry";
import type { ArrowShape } from "./arrow/schema.ts";
import type { LineShape } from "./line/schema.ts";

type Linear = ArrowShape | LineShape;

/** How far from a corner the rounding of an elbow begins, page units, and the straight pieces that make it up. */
const CORNER_CUT = 12;
const CORNER_PIECES = 6;

/** By the vertices they were made of: those are never changed, only replaced. */
const CURVES = new WeakMap<readonly number[], readonly number[]>();
const ELBOWS = new WeakMap<readonly number[], readonly number[]>();

/** The chain of straight pieces that is seen, flat x, y, local space. */
export function drawnLine(shape: Linear): readonly number[] {
  const { vertices, route } = shape;
  if (route !== "curved" && route !== "elbow") return vertices;
  const known = (route === "curved" ? CURVES : ELBOWS).get(vertices);
  if (known !== undefined) return known;
  const made = route === "curved" ? smoothLine(vertices, isClosedLine(shape)) : withRoundCorners(vertices);
  (route === "curved" ? CURVES : ELBOWS).set(vertices, made);
  return made;
}

/** Does the line end where it begins, and enclose something? Its first and its last point are one then. */
export function isClosedLine({ kind, vertices }: Linear): boolean {
  return kind === "line" && vertices.length > 6 && vertices[0] === vertices.at(-2) && vertices[1] === vertices.at(-1);
}

function withRoundCorners(vertices: readonly number[]): readonly number[] {
  const count = pointCount(vertices);
  const path = vertices.slice(0, 2);
  for (let i = 1; i + 1 < count; i += 1) {
    const [before, at, after] = [pointAt(vertices, i - 1), pointAt(vertices, i), pointAt(vertices, i + 1)];
    const [back, ahead] = [distance(at, before), distance(at, after)];
    const cut = Math.min(CORNER_CUT, back / 2, ahead / 2);
    const from = back === 0 ? at : lerpVec(at, before, cut / back);
    const to = ahead === 0 ? at : lerpVec(at, after, cut / ahead);
    for (let k = 0; k <= CORNER_PIECES; k += 1) {
      const t = k / CORNER_PIECES;
      const { x, y } = lerpVec(lerpVec(from, at, t), lerpVec(at, to, t), t);
      path.push(x, y);
    }
  }
  return [...path, ...vertices.slice(-2)];
}
