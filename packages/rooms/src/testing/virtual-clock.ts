// Time and turns that tests decide about.
import type { Clock } from "../ports.ts";

// reason: this module runs under Node only, while the package compiles without its types to stay pure.
const { setImmediate } = globalThis as unknown as { setImmediate(fn: () => void): unknown };

/** Lets all promise jobs that are ready run. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export class VirtualClock implements Clock {
  #nowMs: number;
  #ids = 0;
  readonly #timers = new Map<number, { readonly atMs: number; readonly fn: () => void }>();
  readonly #deferred: (() => void)[] = [];

  constructor(startMs = 1_000_000) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  setTimer(delayMs: number, fn: () => void): () => void {
    const id = ++this.#ids;
    this.#timers.set(id, { atMs: this.#nowMs + Math.max(0, delayMs), fn });
    return () => void this.#timers.delete(id);
  }

  defer(fn: () => void): void {
    this.#deferred.push(fn);
  }

  /** Lets time pass in the middle of something that runs: no timer rings. */
  pass(ms: number): void {
    this.#nowMs += ms;
  }

  /** How many timers are set. */
  get timerCount(): number {
    return this.#timers.size;
  }

  /** Runs deferred work, each in a macrotask, until there is none; time stands still. */
  async settle(): Promise<void> {
    await macrotask();
    for (let fn = this.#deferred.shift(); fn !== undefined; fn = this.#deferred.shift()) {
      fn();
      await macrotask();
    }
  }

  /** Lets `ms` pass, ringing timers in order and settling after each. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await this.settle();
    for (let next = this.#nextBefore(untilMs); next !== undefined; next = this.#nextBefore(untilMs)) {
      const [id, { atMs, fn }] = next;
      this.#timers.delete(id);
      this.#nowMs = Math.max(this.#nowMs, atMs);
      fn();
      await this.settle();
    }
    this.#nowMs = untilMs;
  }

  #nextBefore(untilMs: number): [number, { readonly atMs: number; readonly fn: () => void }] | undefined {
    const due = [...this.#timers].filter(([, timer]) => timer.atMs <= untilMs);
    return due.sort(([a, left], [b, right]) => left.atMs - right.atMs || a - b)[0];
  }
}
