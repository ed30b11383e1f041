// ack (server to client): transaction n is durable at seq. Sent only after its commit returned.
import * as v from "valibot";
import { positive, type Frozen } from "./fields.ts";

export const ackSchema = v.strictObject({
  t: v.literal("ack"),
  n: positive,
  seq: positive,
  /** Present where n had been committed before and this is the answer to a repeat. */
  dup: v.optional(v.literal(true)),
});
export type AckMessage = Frozen<v.InferOutput<typeof ackSchema>>;
