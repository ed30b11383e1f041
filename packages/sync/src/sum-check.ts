// Compares the base with what the room says its hash is. A board that came whole is hashed in slices, between other work.
import type { SumMessage } from "@inkroom/protocol";
import type { Clock } from "./ports.ts";
import type { Replica } from "./replica.ts";
import { RESYNC_PAUSE_MS, SUM_SLICE_MS } from "./timings.ts";

/** Entries that are hashed at once in a slice: about a millisecond of work, which no frame feels. */
const SLICE_ENTRIES = 100;
/** So few are hashed whenever a sum comes. */
const FEW_ENTRIES = 300;

export class SumCheck {
  readonly #replica: Replica;
  readonly #clock: Clock;
  #cancelSlice: (() => void) | undefined;
  #resyncedAt = Number.NEGATIVE_INFINITY;
  /** How often the base was another board than the room's. */
  differences = 0;

  constructor(replica: Replica, clock: Clock) {
    this.#replica = replica;
    this.#clock = clock;
  }

  /** Hashes what has come, unless it is little. */
  start(): void {
    this.stop();
    if (this.#replica.sum.backlog <= FEW_ENTRIES) return;
    this.#cancelSlice = this.#clock.setTimer(SUM_SLICE_MS, () => {
      this.#replica.sum.workIn(SLICE_ENTRIES);
      this.start();
    });
  }

  stop(): void {
    this.#cancelSlice?.();
    this.#cancelSlice = undefined;
  }

  /**
   * True where everything has to be asked for again: the base is another board than the room's. Not twice within
   * RESYNC_PAUSE_MS: what did not help will not help at once. A sum that comes while much is not hashed is not looked at.
   */
  calls({ seq, hash }: SumMessage): boolean {
    const { sum, seq: own } = this.#replica;
    if (seq !== own || sum.backlog > FEW_ENTRIES || sum.hash() === hash) return false;
    this.differences += 1;
    const now = this.#clock.now();
    if (now - this.#resyncedAt < RESYNC_PAUSE_MS) return false;
    this.#resyncedAt = now;
    return true;
  }
}
