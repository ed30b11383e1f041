// A frame: a named part of the page. What has it as a parent moves with it, and is seen inside of it only; (x, y) is the top left
// corner of its unrotated box.
import * as v from "valibot";
import { baseEntries, extentSchema } from "../shape-base.ts";

/** Longest name, in UTF-16 code units. */
export const MAX_FRAME_NAME_LENGTH = 100;

export const frameSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("frame"),
  /** Width and height, in page units. */
  w: extentSchema,
  h: extentSchema,
  name: v.pipe(
    v.string(),
    v.maxLength(MAX_FRAME_NAME_LENGTH),
    v.transform((name) => name.toWellFormed()),
  ),
});
export type FrameShape = v.InferOutput<typeof frameSchema>;
