// Own transactions that the room has acknowledged and that are in the base. They are kept for a while all the same: a room
// that comes back with less than it had (an older copy, a lost file) gets them once more.
import type { LoggedTxn } from "@inkroom/model";

/** As many of the newest are kept in any case. */
export const HELD_TXNS = 1_000;
/** What the room has taken within this time is kept however many there are, ms of the room's clock. */
export const HELD_MS = 10 * 60_000;

export class Held {
  #txns: LoggedTxn[] = [];

  /** In order of n. */
  get txns(): readonly LoggedTxn[] {
    return this.#txns;
  }

  /** The result are those that are old enough to be let go. */
  add(txn: LoggedTxn): readonly LoggedTxn[] {
    // The answer about one that was asked for comes behind those of later ones.
    this.#txns.splice(this.#txns.findLastIndex(({ n }) => n < txn.n) + 1, 0, txn);
    const surplus = this.#txns.length - HELD_TXNS;
    const young = this.#txns.findIndex(({ ts }) => ts > txn.ts - HELD_MS);
    const count = Math.min(surplus, young);
    return count > 0 ? this.#txns.splice(0, count) : [];
  }

  /** Whether there are any that a room which knows this client up to `lastN` does not have. */
  hasAfter(lastN: number): boolean {
    const last = this.#txns.at(-1);
    return last !== undefined && last.n > lastN;
  }

  /** Those that the room has taken after `ts`, the newest first. */
  *since(ts: number): Iterable<LoggedTxn> {
    for (let at = this.#txns.length - 1; at >= 0; at -= 1) {
      const txn = this.#txns[at];
      if (txn === undefined || txn.ts <= ts) return;
      yield txn;
    }
  }

  /** Takes out what lies behind `lastN`. */
  takeAfter(lastN: number): readonly LoggedTxn[] {
    const first = this.#txns.findIndex(({ n }) => n > lastN);
    return first < 0 ? [] : this.#txns.splice(first);
  }
}
