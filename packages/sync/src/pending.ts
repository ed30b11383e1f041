// The client's own transactions that are not yet in the base, in order of n, and the shapes they are about.
import type { Op, Txn } from "@inkroom/model";
import { PAGE_ID, type ShapeId } from "@inkroom/shapes";

export type PendingTxn = {
  readonly txn: Txn;
  /** The seq the room has acknowledged it under; it stays here until it comes by in `ops`. */
  ackedSeq: number | undefined;
  /** True once the outbox has it. */
  isStored: boolean;
};

export class Pending {
  #items: PendingTxn[] = [];
  /** How many items name a shape. */
  readonly #named = new Map<ShapeId, number>();
  /** How many items put something under another parent than the page: their effect depends on shapes they do not name. */
  #nested = 0;

  get items(): readonly PendingTxn[] {
    return this.#items;
  }

  get front(): PendingTxn | undefined {
    return this.#items[0];
  }

  /** Transactions the room has not acknowledged. */
  get unackedCount(): number {
    return this.#items.reduce((count, item) => count + (item.ackedSeq === undefined ? 1 : 0), 0);
  }

  *txns(): Iterable<Txn> {
    for (const { txn } of this.#items) yield txn;
  }

  /** Every shape that some item names. Their entries are the only ones by which view and base may differ. */
  named(): Iterable<ShapeId> {
    return this.#named.keys();
  }

  get namedCount(): number {
    return this.#named.size;
  }

  /** True where a change of these entries cannot alter what the items do. */
  isIndependentOf(touched: Iterable<ShapeId>): boolean {
    if (this.#items.length === 0) return true;
    if (this.#nested > 0) return false;
    for (const id of touched) if (this.#named.has(id)) return false;
    return true;
  }

  find(n: number): PendingTxn | undefined {
    return this.#items.find(({ txn }) => txn.n === n);
  }

  push(txn: Txn, isStored: boolean): PendingTxn {
    const item: PendingTxn = { txn, ackedSeq: undefined, isStored };
    this.#items.push(item);
    this.#count(txn, 1);
    return item;
  }

  /** Takes out the items for which `test` is true and returns them. */
  take(test: (item: PendingTxn) => boolean): readonly PendingTxn[] {
    const taken = this.#items.filter(test);
    if (taken.length === 0) return taken;
    for (const { txn } of taken) this.#count(txn, -1);
    const gone = new Set(taken);
    this.#items = this.#items.filter((item) => !gone.has(item));
    return taken;
  }

  #count(txn: Txn, step: 1 | -1): void {
    for (const id of namesOf(txn)) {
      const count = (this.#named.get(id) ?? 0) + step;
      if (count > 0) this.#named.set(id, count);
      else this.#named.delete(id);
    }
    if (txn.ops.some(isNested)) this.#nested += step;
  }
}

/** The shapes a transaction may write. */
export function namesOf(txn: Txn): ReadonlySet<ShapeId> {
  return new Set(txn.ops.flatMap(idsOf));
}

function idsOf(op: Op): readonly ShapeId[] {
  switch (op.op) {
    case "add":
    case "restore":
      return [op.shape.id];
    case "del":
      return op.ids;
    case "mv":
    case "pts":
    case "set":
    case "txt":
      return [op.id];
    default:
      return op satisfies never;
  }
}

function isNested(op: Op): boolean {
  if (op.op === "mv") return op.parent !== PAGE_ID;
  return (op.op === "add" || op.op === "restore") && op.shape.parent !== PAGE_ID;
}
