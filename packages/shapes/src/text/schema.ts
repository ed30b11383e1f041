// Free text on the page; (x, y) is the top left corner of its box. The box is measured by the client that edits it.
import * as v from "valibot";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import { baseEntries, extentSchema } from "../shape-base.ts";
import { colorSchema, sizeSchema } from "../style.ts";
import { faceEntries } from "./font.ts";

export const ALIGN_NAMES = ["left", "center", "right"] as const;
export type AlignName = (typeof ALIGN_NAMES)[number];

/** Plain text with "\n" line ends; lone surrogates are replaced so that every replica hashes the same bytes. */
export const wordsSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_LENGTH),
  v.transform((text) => text.toWellFormed()),
);

export const alignSchema = v.picklist(ALIGN_NAMES);

export const textSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("text"),
  text: wordsSchema,
  /** Measured box, in page units. */
  w: extentSchema,
  h: extentSchema,
  /** True: the box follows the longest line. False: `w` is fixed and lines wrap. */
  autoWidth: v.boolean(),
  /** Font size factor over FONT_SIZES, changed by resizing. */
  scale: v.pipe(v.number(), v.finite(), v.minValue(0.05), v.maxValue(100)),
  align: alignSchema,
  color: colorSchema,
  size: sizeSchema,
  ...faceEntries,
});
export type TextShape = v.InferOutput<typeof textSchema>;

/**
 * A box was measured with these. The text is not among them: whoever resizes a text must not write over what others type
 * into it at the same time.
 */
export const TEXT_GROUPS: readonly (readonly string[])[] = [["w", "h", "autoWidth", "scale", "size"]];
