// A geometric shape with an outline of its own in a box; (x, y) is the top left corner of its unrotated box. Rectangles and
// ellipses are kinds of their own.
import * as v from "valibot";
import { boxLabelEntries } from "../label/schema.ts";
import { baseEntries, extentSchema } from "../shape-base.ts";
import { colorSchema, cornersSchema, dashSchema, fillColorSchema, fillSchema, roughnessSchema, sizeSchema } from "../style.ts";

/** The outlines there are, in the order they are offered. */
export const FORM_NAMES = [
  "diamond",
  "triangle",
  "parallelogram",
  "trapezoid",
  "pentagon",
  "hexagon",
  "octagon",
  "star",
  "block-arrow",
  "cloud",
] as const;
export type FormName = (typeof FORM_NAMES)[number];

export const geoSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("geo"),
  form: v.picklist(FORM_NAMES),
  /** Width and height of the box, in page units. */
  w: extentSchema,
  h: extentSchema,
  color: colorSchema,
  fill: fillSchema,
  dash: dashSchema,
  size: sizeSchema,
  corners: cornersSchema,
  ...boxLabelEntries,
  roughness: roughnessSchema,
  fillColor: fillColorSchema,
});
export type GeoShape = v.InferOutput<typeof geoSchema>;
