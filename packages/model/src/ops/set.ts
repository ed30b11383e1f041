// set: write properties of one shape; the last write in server order wins, property by property.
import { shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import { type Tag, tagSchema } from "../tag.ts";

/** Property names to new values. Which names and values are allowed depends on the kind; see validate-op.ts. */
export type Props = Readonly<Record<string, unknown>>;

export const setSchema = v.strictObject({
  op: v.literal("set"),
  id: shapeIdSchema,
  props: v.record(v.string(), v.unknown()),
  /** Per property: write it only where this tag is still its last writer. Used by undo and redo. */
  if: v.optional(v.record(v.string(), tagSchema)),
});
export type SetOp = {
  readonly op: "set";
  readonly id: ShapeId;
  readonly props: Props;
  readonly if?: Readonly<Record<string, Tag>> | undefined;
};
