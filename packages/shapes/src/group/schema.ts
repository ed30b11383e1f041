// A group: what has it as a parent is selected and moved together. It has no ink and no size; (x, y) says nothing.
import * as v from "valibot";
import { baseEntries } from "../shape-base.ts";

export const groupSchema = v.strictObject({ ...baseEntries, kind: v.literal("group") });
export type GroupShape = v.InferOutput<typeof groupSchema>;
