// An outbox in memory: survives reconnects of its replica, not the tab.
import type { Txn } from "@inkroom/model";
import type { Outbox, OutboxContent } from "./ports.ts";

export class MemoryOutbox implements Outbox {
  #nextN = 1;
  #txns: readonly Txn[] = [];

  load(): Promise<OutboxContent> {
    return Promise.resolve(this.content);
  }

  get content(): OutboxContent {
    return { nextN: this.#nextN, txns: this.#txns };
  }

  append(txn: Txn): void {
    this.#txns = [...this.#txns, txn];
    this.#nextN = txn.n + 1;
  }

  remove(n: number): void {
    this.#txns = this.#txns.filter((txn) => txn.n !== n);
  }

  replace({ nextN, txns }: OutboxContent): void {
    this.#nextN = nextN;
    this.#txns = [...txns];
  }
}
