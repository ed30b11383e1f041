// An arrow: a line with heads, whose ends may be bound to shapes.
import * as v from "valibot";
import { bindingSchema } from "../binding.ts";
import { lineLabelEntries } from "../label/schema.ts";
import { baseEntries } from "../shape-base.ts";
import { colorSchema, dashSchema, roughnessSchema, routeSchema, sizeSchema } from "../style.ts";
import { verticesSchema } from "../vertices.ts";
import { pinsSchema } from "./pins.ts";

export const HEAD_NAMES = [
  "none",
  "arrow",
  "open",
  "triangle",
  "triangle-outline",
  "dot",
  "dot-outline",
  "diamond",
  "diamond-outline",
  "bar",
  "one",
  "many",
  "one-or-many",
  "exactly-one",
  "zero-or-one",
  "zero-or-many",
] as const;
export type HeadName = (typeof HEAD_NAMES)[number];
const headSchema = v.picklist(HEAD_NAMES);

export const arrowSchema = v.strictObject({
  ...baseEntries,
  kind: v.literal("arrow"),
  /** Flat vertex list relative to (x, y); the first vertex is (0, 0). */
  vertices: verticesSchema,
  startHead: headSchema,
  endHead: headSchema,
  color: colorSchema,
  dash: dashSchema,
  size: sizeSchema,
  /** What the first and the last vertex hang on; null: free. A text frame may leave them out. */
  start: v.optional(bindingSchema, null),
  end: v.optional(bindingSchema, null),
  ...lineLabelEntries,
  roughness: roughnessSchema,
  /** How it runs; as an elbow only its first and its last vertex count, and where it runs follows from what they hang on. */
  route: v.optional(routeSchema, "sharp"),
  /** Segments of an elbow that stay where a hand has put them. */
  pins: v.optional(pinsSchema, null),
});
export type ArrowShape = v.InferOutput<typeof arrowSchema>;
