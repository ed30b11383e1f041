// A picture in a box; (x, y) is the top left corner of its unrotated box. The shape names the picture's bytes by their hash;
// where those are is no concern of shapes.
import * as v from "valibot";
import { MAX_ALT_LENGTH } from "../limits.ts";
import { baseEntries, extentSchema, shareSchema } from "../shape-base.ts";

/** Types of pictures that a board takes. */
const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** SHA-256 of the picture's bytes, hex. */
const blobSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Pixels of a side; no type of picture has more. */
const pixelsSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_536));

export const imageSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("image"),
  /** Width and height of the box, in page units. */
  w: extentSchema,
  h: extentSchema,
  blob: blobSchema,
  mime: v.picklist(PICTURE_TYPES),
  /** The picture's own size. */
  pixelW: pixelsSchema,
  pixelH: pixelsSchema,
  /** Mirrored: left is right, top is bottom. */
  flipX: v.boolean(),
  flipY: v.boolean(),
  /** The part of the picture that fills the box, in shares of its width and height, as it lies in the picture before any mirroring. */
  cropX: shareSchema,
  cropY: shareSchema,
  cropW: shareSchema,
  cropH: shareSchema,
  /** What is to be seen, in words, for those who do not see it. */
  altText: v.pipe(
    v.string(),
    v.maxLength(MAX_ALT_LENGTH),
    v.transform((text) => text.toWellFormed()),
  ),
});
export type ImageShape = v.InferOutput<typeof imageSchema>;

/** A crop and the box it fills are one thing, or a picture would come out distorted. */
export const IMAGE_GROUPS: readonly (readonly string[])[] = [["w", "h", "cropX", "cropY", "cropW", "cropH"]];
/** All of the picture. */
export const NO_CROP = { cropX: 0, cropY: 0, cropW: 1, cropH: 1 } as const;
