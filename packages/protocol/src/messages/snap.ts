// snap (server to client): one part of the board at seq `upto`: of the whole, or of what has changed (welcome says which).
import { entrySchema } from "@inkroom/model";
import * as v from "valibot";
import { count, positive, type Frozen } from "./fields.ts";

export const snapSchema = v.strictObject({
  t: v.literal("snap"),
  upto: count,
  /** 1-based number of this part, and how many there are. */
  part: positive,
  parts: positive,
  entries: v.array(entrySchema),
});
export type SnapMessage = Frozen<v.InferOutput<typeof snapSchema>>;
