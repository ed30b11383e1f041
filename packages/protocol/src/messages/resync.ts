// resync (server to client): drop the base and say hello again with since 0; pending transactions are kept.
import * as v from "valibot";
import type { Frozen } from "./fields.ts";

export const resyncSchema = v.strictObject({ t: v.literal("resync"), reason: v.picklist(["epoch", "behind", "gap"]) });
export type ResyncMessage = Frozen<v.InferOutput<typeof resyncSchema>>;
