// pts: append points to a stroke that its author is still drawing.
import { type DrawShape, MAX_BYTES_PER_POINT, MAX_POINTS_PER_OP, MAX_STROKE_POINTS, shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import type { LiveEntry } from "../entry.ts";
import { rememberEnd } from "../stroke-end.ts";
import { clientOf, type Tag } from "../tag.ts";

/**
 * Takes effect iff the stroke was added (or restored) by the sender, is not done, and `off` equals its point count.
 * The deltas in `bytes` continue from the stroke's last point (packed-points.ts of shapes).
 * It has no inverse of its own: undo takes the whole stroke away.
 */
export const ptsSchema = v.strictObject({
  op: v.literal("pts"),
  id: shapeIdSchema,
  off: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STROKE_POINTS)),
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_POINTS_PER_OP)),
  bytes: v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.length <= MAX_POINTS_PER_OP * MAX_BYTES_PER_POINT),
  ),
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

/** The stroke this op would append to, or undefined where it has no effect. */
function openStroke(board: EntryReader, op: PtsOp, tag: Tag): (LiveEntry & { readonly shape: DrawShape }) | undefined {
  const entry = board.record(op.id);
  if (entry?.state !== "live" || entry.shape.kind !== "draw") return undefined;
  const { shape, rev } = entry;
  const isOpen = clientOf(rev.made) === clientOf(tag) && !shape.done && shape.count === op.off;
  return isOpen && op.off + op.count <= MAX_STROKE_POINTS ? { ...entry, shape } : undefined;
}

export function applyPts(board: EntryTable, op: PtsOp, tag: Tag): readonly ShapeId[] {
  const entry = openStroke(board, op, tag);
  if (entry === undefined || (op.count === 0 && !op.done)) return [];
  const { shape } = entry;
  const points = new Uint8Array(shape.points.length + op.bytes.length);
  points.set(shape.points);
  points.set(op.bytes, shape.points.length);
  rememberEnd(shape, op.bytes, points);
  board.put({ ...entry, shape: { ...shape, points, count: shape.count + op.count, done: op.done ?? false } });
  return [op.id];
}
