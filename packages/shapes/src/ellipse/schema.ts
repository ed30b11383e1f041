// An ellipse inscribed in its box; (x, y) is the top left corner of its unrotated box.
import * as v from "valibot";
import { boxLabelEntries } from "../label/schema.ts";
import { baseEntries, extentSchema } from "../shape-base.ts";
import { colorSchema, dashSchema, fillColorSchema, fillSchema, roughnessSchema, sizeSchema } from "../style.ts";

export const ellipseSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("ellipse"),
  /** Width and height of the box, in page units. */
  w: extentSchema,
  h: extentSchema,
  color: colorSchema,
  fill: fillSchema,
  dash: dashSchema,
  size: sizeSchema,
  ...boxLabelEntries,
  roughness: roughnessSchema,
  fillColor: fillColorSchema,
});
export type EllipseShape = v.InferOutput<typeof ellipseSchema>;
