// restore: bring a deleted shape back, whole. The only op that revives a tombstone.
import { type Shape, shapeSchema } from "@inkroom/shapes";
import * as v from "valibot";

/** Takes effect iff the id is deleted at this moment. Every property counts as written by this transaction. */
export const restoreSchema = v.strictObject({ op: v.literal("restore"), shape: shapeSchema });
export type RestoreOp = { readonly op: "restore"; readonly shape: Shape };
