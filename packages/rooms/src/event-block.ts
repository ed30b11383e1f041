// Keeps a room from hearing of anything while something in it must not be disturbed.
import type { Clock } from "./ports.ts";
import { BLOCK_LIMIT_MS } from "./timings.ts";

export class EventBlock {
  readonly #clock: Clock;
  readonly #events: { changed(by: 1 | -1): void; failed(error: unknown): void };
  readonly #cancels = new Set<() => void>();
  #waiting: (() => void)[] = [];

  /** `changed` is told of each piece of work that starts (1) and ends (-1), `failed` of what throws or takes too long. */
  constructor(clock: Clock, events: { changed(by: 1 | -1): void; failed(error: unknown): void }) {
    this.#clock = clock;
    this.#events = events;
  }

  get isClosed(): boolean {
    return this.#cancels.size > 0;
  }

  /** Resolves when it may be open again; never, if the life ends before. */
  opened(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Closed until `work` has settled. A failure of it is the room's. */
  async run<T>(work: () => T | Promise<T>): Promise<T> {
    return this.hold(async () => {
      try {
        return await work();
      } catch (error) {
        this.#events.failed(error);
        throw error;
      }
    });
  }

  /** Closed until `work` has settled. Its failure is left to the caller. */
  async hold<T>(work: () => T | Promise<T>): Promise<T> {
    const cancel = this.#clock.setTimer(BLOCK_LIMIT_MS, () => {
      this.#events.failed(new Error(`Events were held back for more than ${BLOCK_LIMIT_MS} ms`));
    });
    this.#cancels.add(cancel);
    this.#events.changed(1);
    try {
      return await work();
    } finally {
      cancel();
      this.#cancels.delete(cancel);
      if (!this.isClosed) for (const resolve of this.#waiting.splice(0)) resolve();
      this.#events.changed(-1);
    }
  }

  /** The life is over; timers must not outlive it. */
  end(): void {
    for (const cancel of this.#cancels) cancel();
    this.#waiting = [];
  }
}
