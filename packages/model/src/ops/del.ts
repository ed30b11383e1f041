// del: delete shapes. Leaves tombstones; a later edit of a deleted shape has no effect (delete wins).
import { shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";

export const delSchema = v.strictObject({
  op: v.literal("del"),
  ids: v.pipe(v.array(shapeIdSchema), v.minLength(1), v.maxLength(2_000)),
  /** Delete only those whose every property was last written by the sender. Used by undo of `add`. */
  mine: v.optional(v.literal(true)),
});
export type DelOp = { readonly op: "del"; readonly ids: readonly ShapeId[]; readonly mine?: true | undefined };
