// nack (server to client): transaction n will not be applied, or (gap, rate, storage) not now.
import * as v from "valibot";
import { NACK_CODES } from "../error-codes.ts";
import { count, positive, type Frozen } from "./fields.ts";

export const nackSchema = v.strictObject({
  t: v.literal("nack"),
  /** The refused transaction; 0 where the message carried none that could be read. */
  n: count,
  code: v.picklist(NACK_CODES),
  /** With `gap`: the n the server waits for. */
  expect: v.optional(positive),
});
export type NackMessage = Frozen<v.InferOutput<typeof nackSchema>>;
