// A straight or multi-point line; (x, y) is the position of its first vertex.
import * as v from "valibot";
import { lineLabelEntries } from "../label/schema.ts";
import { baseEntries } from "../shape-base.ts";
import { colorSchema, dashSchema, fillColorSchema, fillSchema, LINE_ROUTE_NAMES, roughnessSchema, sizeSchema } from "../style.ts";
import { verticesSchema } from "../vertices.ts";

export const lineSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("line"),
  /** Flat vertex list relative to (x, y); the first vertex is (0, 0). */
  vertices: verticesSchema,
  color: colorSchema,
  dash: dashSchema,
  size: sizeSchema,
  ...lineLabelEntries,
  roughness: roughnessSchema,
  /** Straight from vertex to vertex, or in a curve through them. */
  route: v.optional(v.picklist(LINE_ROUTE_NAMES), "sharp"),
  /** Of a line that ends where it begins. */
  fill: v.optional(fillSchema, "none"),
  fillColor: fillColorSchema,
});
export type LineShape = v.InferOutput<typeof lineSchema>;
