// A rectangle; (x, y) is the top left corner of its unrotated box.
import * as v from "valibot";
import { boxLabelEntries } from "../label/schema.ts";
import { baseEntries, extentSchema } from "../shape-base.ts";
import { colorSchema, cornersSchema, dashSchema, fillColorSchema, fillSchema, roughnessSchema, sizeSchema } from "../style.ts";

export const rectSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("rect"),
  /** Width and height of the box, in page units. */
  w: extentSchema,
  h: extentSchema,
  color: colorSchema,
  fill: fillSchema,
  dash: dashSchema,
  size: sizeSchema,
  /** Rounded where nothing is said, as before there was a choice. */
  corners: v.optional(cornersSchema, "rounded"),
  ...boxLabelEntries,
  roughness: roughnessSchema,
  fillColor: fillColorSchema,
});
export type RectShape = v.InferOutput<typeof rectSchema>;
