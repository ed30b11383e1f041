// resync (server to client): drop the base and say hello again with since 0; pending transactions are kept.
import * as v from "valibot";

export const resyncSchema = v.strictObject({ t: v.literal("resync"), reason: v.picklist(["epoch", "behind", "gap"]) });
export type ResyncMessage = v.InferOutput<typeof resyncSchema>;
