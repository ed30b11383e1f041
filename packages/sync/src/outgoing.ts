// The window of pushes on the wire: in order, at most MAX_IN_FLIGHT unanswered, back to an earlier one after "not now".
import type { Txn } from "@inkroom/model";
import { MAX_IN_FLIGHT, type NackMessage } from "@inkroom/protocol";
import type { Clock } from "./ports.ts";
import type { Replica } from "./replica.ts";
import { RETRY_MS } from "./timings.ts";

/** `never`: no connection could carry it. */
export type PushResult = "sent" | "no-line" | "never";
export type OutgoingOptions = {
  readonly replica: Replica;
  readonly clock: Clock;
  readonly push: (txn: Txn) => PushResult;
  /** False while a transaction is to wait, and all after it. */
  readonly isReady: (txn: Txn) => boolean;
  /** Transaction n cannot be pushed; the window waits for another `open`. */
  readonly onUnsendable: (n: number) => void;
};

export class Outgoing {
  readonly #replica: Replica;
  readonly #clock: Clock;
  readonly #push: (txn: Txn) => PushResult;
  readonly #isReady: (txn: Txn) => boolean;
  readonly #onUnsendable: (n: number) => void;
  #isOpen = false;
  #isLeaving = false;
  /** The last n that was put on this connection and is not to be sent again. */
  #sentThrough = 0;
  #cancelRetry: (() => void) | undefined;

  constructor({ replica, clock, push, isReady, onUnsendable }: OutgoingOptions) {
    this.#replica = replica;
    this.#clock = clock;
    this.#push = push;
    this.#isReady = isReady;
    this.#onUnsendable = onUnsendable;
  }

  /** The connection takes pushes from now on; the room has decided those up to `lastN`. */
  open(lastN: number): void {
    this.shut();
    this.#isOpen = true;
    this.#sentThrough = lastN;
    this.flush();
  }

  shut(): void {
    this.#isOpen = false;
    this.#endPause();
  }

  /** True: nothing waits for the outbox any more, as there may be no time left to send it afterwards. */
  setLeaving(isLeaving: boolean): void {
    this.#isLeaving = isLeaving;
    this.flush();
  }

  /** Sends what may be sent. */
  flush(): void {
    if (!this.#isOpen || this.#cancelRetry !== undefined) return;
    let room = MAX_IN_FLIGHT - this.#inFlight();
    for (const { txn, ackedSeq, isStored } of this.#replica.pending) {
      if (txn.n <= this.#sentThrough) continue;
      if (room <= 0 || !(isStored || this.#isLeaving) || !this.#isReady(txn)) return;
      if (ackedSeq === undefined) {
        const result = this.#push(txn);
        if (result === "no-line") return;
        if (result === "never") return this.#giveUp(txn.n);
        room -= 1;
      }
      this.#sentThrough = txn.n;
    }
  }

  /**
   * "Not now": sends from there again after a while. False where the room waits for a number that is no longer ours
   * to send; only a new welcome can sort that out.
   */
  pause({ n, code, expect = n }: NackMessage): boolean {
    const first = this.#replica.pending.find(({ ackedSeq }) => ackedSeq === undefined);
    if (code === "gap" && (first === undefined || first.txn.n > expect)) return false;
    this.#sentThrough = Math.min(this.#sentThrough, n - 1, expect - 1);
    this.#cancelRetry ??= this.#clock.setTimer(RETRY_MS[code] ?? 0, () => {
      this.#endPause();
      this.flush();
    });
    return true;
  }

  #giveUp(n: number): void {
    this.shut();
    this.#onUnsendable(n);
  }

  #endPause(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
  }

  #inFlight(): number {
    let count = 0;
    for (const { txn, ackedSeq } of this.#replica.pending) {
      if (txn.n > this.#sentThrough) return count;
      if (ackedSeq === undefined) count += 1;
    }
    return count;
  }
}
