// add: put a new shape on the board.
import { type Shape, shapeSchema } from "@inkroom/shapes";
import * as v from "valibot";

/** Takes effect iff the id never existed: a retry can never bring a deleted shape back. */
export const addSchema = v.strictObject({ op: v.literal("add"), shape: shapeSchema });
export type AddOp = { readonly op: "add"; readonly shape: Shape };
