// pts: append points to a stroke that its author is still drawing.
import { MAX_BYTES_PER_POINT, MAX_POINTS_PER_OP, MAX_STROKE_POINTS, shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";

/**
 * Takes effect iff the stroke was added by the sender, is not done, and `off` equals its point count.
 * The deltas in `bytes` continue from the stroke's last point (packed-points.ts of shapes).
 */
export const ptsSchema = v.strictObject({
  op: v.literal("pts"),
  id: shapeIdSchema,
  off: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STROKE_POINTS)),
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_POINTS_PER_OP)),
  bytes: v.pipe(v.instance(Uint8Array), v.check((bytes) => bytes.length <= MAX_POINTS_PER_OP * MAX_BYTES_PER_POINT)),
  done: v.optional(v.literal(true)),
});
export type PtsOp = {
  readonly op: "pts";
  readonly id: ShapeId;
  readonly off: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly done?: true | undefined;
};
