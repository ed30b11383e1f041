// ops (server to client): committed transactions in order, contiguous, the author's own included.
import { loggedTxnSchema } from "@inkroom/model";
import * as v from "valibot";
import type { Frozen } from "./fields.ts";

/** The same bytes go to every connection of the room. */
export const opsSchema = v.strictObject({ t: v.literal("ops"), list: v.pipe(v.array(loggedTxnSchema), v.minLength(1)) });
export type OpsMessage = Frozen<v.InferOutput<typeof opsSchema>>;
