// The window of pushes on the wire: in order, at most MAX_IN_FLIGHT unanswered, back to an earlier one after "not now".
import { type ClientMessage, MAX_IN_FLIGHT, type NackMessage } from "@inkroom/protocol";
import type { Clock } from "./ports.ts";
import type { Replica } from "./replica.ts";
import { RETRY_MS } from "./timings.ts";

export type OutgoingOptions = { readonly replica: Replica; readonly clock: Clock; readonly send: (message: ClientMessage) => boolean };

export class Outgoing {
  readonly #replica: Replica;
  readonly #clock: Clock;
  readonly #send: (message: ClientMessage) => boolean;
  #isOpen = false;
  /** The last n that was put on this connection and is not to be sent again. */
  #sentThrough = 0;
  #cancelRetry: (() => void) | undefined;

  constructor({ replica, clock, send }: OutgoingOptions) {
    this.#replica = replica;
    this.#clock = clock;
    this.#send = send;
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

  /** Sends what may be sent. */
  flush(): void {
    if (!this.#isOpen || this.#cancelRetry !== undefined) return;
    let room = MAX_IN_FLIGHT - this.#inFlight();
    for (const { txn, ackedSeq, isStored } of this.#replica.pending) {
      if (txn.n <= this.#sentThrough) continue;
      if (room <= 0 || !isStored) return;
      if (ackedSeq === undefined) {
        if (!this.#send({ t: "push", n: txn.n, ops: [...txn.ops] })) return;
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
