// Bindings as data: what the end of an arrow hangs on. What is drawn of them is in bound-arrow.ts.
import * as v from "valibot";
import { shapeIdSchema, shareSchema } from "./shape-base.ts";

/**
 * A shape and a place in its frame, (0, 0) the top left and (1, 1) the bottom right corner before rotation; null: a free
 * end. One value, so that two people who bind the same end never mix one's shape with the other's place.
 */
export const bindingSchema = v.nullable(v.strictObject({ id: shapeIdSchema, x: shareSchema, y: shareSchema }));
export type Binding = NonNullable<v.InferOutput<typeof bindingSchema>>;

export const END_NAMES = ["start", "end"] as const;
export type EndName = (typeof END_NAMES)[number];
