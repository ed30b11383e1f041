// push (client to server): one transaction. Answered by ack or nack, exactly one effect however often it is sent.
import { opSchema } from "@inkroom/model";
import * as v from "valibot";
import { MAX_OPS_PER_PUSH } from "../limits.ts";
import { positive, type Frozen } from "./fields.ts";

export const pushSchema = v.strictObject({
  t: v.literal("push"),
  /** The client's transaction number: 1, 2, 3, ... without gaps, over all of its connections. */
  n: positive,
  ops: v.pipe(v.array(opSchema), v.minLength(1), v.maxLength(MAX_OPS_PER_PUSH)),
});
export type PushMessage = Frozen<v.InferOutput<typeof pushSchema>>;
