// sum (server to client): the hash of the board at `seq`, for a client to compare with its own. Follows the `ops` up to there.
import * as v from "valibot";
import { count, shortText, type Frozen } from "./fields.ts";

export const sumSchema = v.strictObject({ t: v.literal("sum"), seq: count, /** As hashBoard of model gives it. */ hash: shortText });
export type SumMessage = Frozen<v.InferOutput<typeof sumSchema>>;
