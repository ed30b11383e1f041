// Turning shapes about a point, and angles as they are stored.
import { boxCenter, rotateVec, type Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { pinsProp, type Shape, shapeKindOf } from "@inkroom/shapes";
import { clampCoordinate } from "./shape-edit.ts";

const FULL_TURN = 2 * Math.PI;

/** The same angle within -pi (excluded) to pi, radians. */
export function normalAngle(angle: number): number {
  const rest = angle % FULL_TURN;
  if (rest > Math.PI) return rest - FULL_TURN;
  return (rest <= -Math.PI ? rest + FULL_TURN : rest) + 0;
}

/** The centre of the shape's frame on the page: what it turns about. */
export function centreOf(shape: Shape): Vec {
  const middle = boxCenter(shapeKindOf(shape).frame(shape));
  return { x: shape.x + middle.x, y: shape.y + middle.y };
}

/** What to `set` so that the shape is turned by `angle` radians (clockwise as seen) about a page point. */
export function turnedProps(shape: Shape, pivot: Vec, angle: number): Props {
  const from = centreOf(shape);
  const to = rotateVec(from, angle, pivot);
  return {
    x: clampCoordinate(shape.x + to.x - from.x),
    y: clampCoordinate(shape.y + to.y - from.y),
    rotation: normalAngle(shape.rotation + angle),
    // What is stored of a bound arrow lies elsewhere than what is seen.
    ...(shape.kind === "arrow" ? { vertices: shape.vertices, ...pinsProp(shape, (at) => at) } : {}),
  };
}
