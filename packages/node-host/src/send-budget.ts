// What all sockets of the process together may hold unsent. Memory is the process's, not the socket's: many readers that
// are each a little slow can fill it too.

export type Debtor = {
  /** Bytes that the network has not taken yet. */
  readonly bufferedAmount: number;
  /** Ends the socket and frees what it holds, now. */
  evict(): void;
};

/** After it was too much, go down to this share: so that not every further frame finds it too much again. */
const RELIEF = 7 / 8;

export class SendBudget {
  readonly #maxBytes: number;
  readonly #debtors: () => Iterable<Debtor>;
  /** At least what is held: what the network has taken since the last count is not taken off. */
  #bound = 0;

  constructor(maxBytes: number, debtors: () => Iterable<Debtor>) {
    this.#maxBytes = maxBytes;
    this.#debtors = debtors;
  }

  /** Somebody is about to hold `bytes` more. Makes room for them, from those who hold most. */
  spend(bytes: number): void {
    this.#bound += bytes;
    if (this.#bound <= this.#maxBytes) return;
    const held = [...this.#debtors()].map((debtor) => ({ debtor, bytes: debtor.bufferedAmount })).toSorted((a, b) => b.bytes - a.bytes);
    this.#bound = held.reduce((sum, each) => sum + each.bytes, bytes);
    if (this.#bound <= this.#maxBytes) return;
    for (const each of held) {
      if (this.#bound <= this.#maxBytes * RELIEF) return;
      each.debtor.evict();
      this.#bound -= each.bytes;
    }
  }
}
