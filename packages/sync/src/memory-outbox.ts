// An outbox in memory: survives reconnects of its replica, not the tab.
import type { LoggedTxn, Txn } from "@inkroom/model";
import type { Outbox, OutboxContent } from "./ports.ts";

export class MemoryOutbox implements Outbox {
  #nextN = 1;
  #txns: readonly Txn[] = [];
  #held: readonly LoggedTxn[] = [];

  get content(): OutboxContent {
    return { nextN: this.#nextN, txns: this.#txns, held: this.#held };
  }

  append(txn: Txn): void {
    this.#txns = [...this.#txns, txn];
    this.#nextN = txn.n + 1;
  }

  confirm(txns: readonly LoggedTxn[]): void {
    const ns = new Set(txns.map(({ n }) => n));
    this.#txns = this.#txns.filter(({ n }) => !ns.has(n));
    this.#held = [...this.#held, ...txns].toSorted((a, b) => a.n - b.n);
  }

  remove(ns: readonly number[]): void {
    this.#txns = this.#txns.filter(({ n }) => !ns.includes(n));
    this.#held = this.#held.filter(({ n }) => !ns.includes(n));
  }

  replace({ nextN, txns, held }: OutboxContent): void {
    this.#nextN = nextN;
    this.#txns = [...txns];
    this.#held = [...held];
  }
}
