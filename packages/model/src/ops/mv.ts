// mv: give a shape another parent or place in the stack.
import { indexSchema, shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import { type Tag, tagSchema } from "../tag.ts";

/** No effect where it would make a cycle, or where the parent is neither the page nor a living shape. */
export const mvSchema = v.strictObject({
  op: v.literal("mv"),
  id: shapeIdSchema,
  parent: shapeIdSchema,
  index: indexSchema,
  /** Only where this tag is still the last writer of parent and index. Used by undo and redo. */
  if: v.optional(tagSchema),
});
export type MvOp = {
  readonly op: "mv";
  readonly id: ShapeId;
  readonly parent: ShapeId;
  readonly index: string;
  readonly if?: Tag | undefined;
};
