// A sticky note: a square of paper with words in the middle, as high as they need; (x, y) is the top left corner of its unrotated
// box. Its width says how large all of it is: letters, corners and shadow grow with it.
import * as v from "valibot";
import { boxLabelEntries } from "../label/schema.ts";
import { baseEntries, extentSchema } from "../shape-base.ts";
import { colorSchema, sizeSchema } from "../style.ts";

/** Longest name, in UTF-16 code units. */
export const MAX_AUTHOR_LENGTH = 80;

export const noteSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("note"),
  /** Width and height of the paper, in page units; no lower than wide. */
  w: extentSchema,
  h: extentSchema,
  /** Of the paper. */
  color: colorSchema,
  /** Of the letters on a note of the usual width. */
  size: sizeSchema,
  /** By how much the letters are smaller, so that the longest word has room; 1 where it has. */
  scale: v.pipe(v.number(), v.finite(), v.minValue(0.05), v.maxValue(1)),
  /** What the person was called who wrote on it first; empty where nobody has. */
  author: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(MAX_AUTHOR_LENGTH),
      v.transform((name) => name.toWellFormed()),
    ),
    "",
  ),
  ...boxLabelEntries,
});
export type NoteShape = v.InferOutput<typeof noteSchema>;

/** The height follows from the words at their scale and from the width. */
export const NOTE_GROUPS: readonly (readonly string[])[] = [["w", "h", "scale"]];
