// A whole shape as it comes over the border: shapes' own schema plus what only holds across several fields.
import { PAPER_ID, MAX_COORDINATE, type DrawShape, scanPoints, type Shape, shapeSchema } from "@inkroom/shapes";
import * as v from "valibot";

/** Refuses a stroke whose points are not what it says, a shape that is its own parent, and a second paper. -0 becomes 0. */
export const checkedShapeSchema = v.pipe(
  shapeSchema,
  v.check((shape) => shape.parent !== shape.id),
  v.check((shape) => (shape.kind === "paper") === (shape.id === PAPER_ID)),
  v.check((shape) => shape.kind !== "draw" || isWholeStroke(shape)),
  v.transform((shape): Shape => {
    for (const [prop, value] of Object.entries(shape)) if (Object.is(value, -0)) Object.assign(shape, { [prop]: 0 });
    return shape;
  }),
);

/** Points decode to exactly `count`, stay on the page, and the quantum is a power of two. */
function isWholeStroke(shape: DrawShape): boolean {
  const scan = scanPoints(shape.points, shape.pressure);
  return scan !== undefined && scan.count === shape.count && isOnPage(scan.reach, shape.quantum) && isPowerOfTwo(shape.quantum);
}

/** `reach` in steps of `quantum`, relative to the stroke's origin. */
export function isOnPage(reach: number, quantum: number): boolean {
  return reach * quantum <= MAX_COORDINATE;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
