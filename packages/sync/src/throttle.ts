// At most one call per interval; what is asked for in between is done at its end.
import type { Clock } from "./ports.ts";

export class Throttle {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #run: () => void;
  #lastAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, intervalMs: number, run: () => void) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#run = run;
  }

  /** Runs now or at the end of the interval that has begun. */
  request(): void {
    if (this.#cancel !== undefined) return;
    const waitMs = this.#lastAt + this.#intervalMs - this.#clock.now();
    if (waitMs <= 0) this.flush();
    else this.#cancel = this.#clock.setTimer(waitMs, () => this.flush());
  }

  /** Runs now. */
  flush(): void {
    this.cancel();
    this.#lastAt = this.#clock.now();
    this.#run();
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
