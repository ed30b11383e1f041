// When to flush: at once after a quiet moment, else at the end of the current tick. No timer while nothing waits.

export type TickerPorts = { readonly now: () => number; readonly setTimer: (delayMs: number, fn: () => void) => () => void };

export class Ticker {
  readonly #ports: TickerPorts;
  readonly #tickMs: number;
  readonly #flush: () => void;
  #lastAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(ports: TickerPorts, tickMs: number, flush: () => void) {
    this.#ports = ports;
    this.#tickMs = tickMs;
    this.#flush = flush;
  }

  /** Something waits to be sent. */
  request(): void {
    if (this.#cancel !== undefined) return;
    const elapsedMs = this.#ports.now() - this.#lastAt;
    // A clock that jumped back must not stop the room.
    if (elapsedMs >= this.#tickMs || elapsedMs < 0) this.flushNow();
    else this.#cancel = this.#ports.setTimer(this.#tickMs - elapsedMs, () => this.flushNow());
  }

  flushNow(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#lastAt = this.#ports.now();
    this.#flush();
  }
}
