// A transaction: the ops one client wants applied together, all at one place in the server's order.
import * as v from "valibot";
import { type Op, opSchema } from "./ops/op.ts";
import { type ClientId, clientIdSchema, type Tag, tagOf } from "./tag.ts";

/** `n` counts a client's transactions 1, 2, 3, ... without gaps; (client, n) identifies one for ever. */
export type Txn = { readonly client: ClientId; readonly n: number; readonly ops: readonly Op[] };

/** A transaction in the room's total order. */
export type LoggedTxn = Txn & {
  /** Position in the order: 1, 2, 3, ... without gaps. */
  readonly seq: number;
  /** Server clock at commit, ms since the Unix epoch. */
  readonly ts: number;
};

const safe = v.pipe(v.number(), v.safeInteger());

export const loggedTxnSchema = v.strictObject({
  seq: v.pipe(safe, v.minValue(1)),
  client: clientIdSchema,
  n: v.pipe(safe, v.minValue(1)),
  ts: v.pipe(safe, v.minValue(0)),
  ops: v.pipe(v.array(opSchema), v.minLength(1)),
});

/** The write tag of all that a transaction writes. */
export function tagOfTxn(txn: Txn): Tag {
  return tagOf(txn.client, txn.n);
}
