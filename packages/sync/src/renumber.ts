// Own transactions that get other numbers: their tags change, and with them the guards of those that build on them.
import { type ClientId, renumberOp, type Tag, tagOf, type Txn } from "@inkroom/model";

/** The same transactions in the same order, numbered from `first` on. One that keeps number and ops stays the same object. */
export function renumber(txns: readonly Txn[], client: ClientId, first: number): readonly Txn[] {
  const tags = new Map<Tag, Tag>();
  return txns.map((txn, i) => {
    const n = first + i;
    if (n !== txn.n) tags.set(tagOf(client, txn.n), tagOf(client, n));
    if (tags.size === 0) return txn;
    return { ...txn, n, ops: txn.ops.map((op) => renumberOp(op, tags)) };
  });
}
