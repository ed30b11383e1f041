// Virtual time for everything in a world, servers and clients alike. Timers ring in order of time, then of being set;
// what a server defers runs in macrotasks of its own, as on Node.
import type { Clock } from "@inkroom/rooms";

type Timer = { readonly atMs: number; readonly id: number; readonly fn: () => void };

const START_MS = 1_700_000_000_000;

export class WorldClock implements Clock {
  #nowMs = START_MS;
  #ids = 0;
  #timers: Timer[] = [];
  #deferred: (() => void)[] = [];

  now(): number {
    return this.#nowMs;
  }

  setTimer(delayMs: number, fn: () => void): () => void {
    const timer: Timer = { atMs: this.#nowMs + Math.max(0, delayMs), id: (this.#ids += 1), fn };
    // Sorted from last to first, so that the next one is at the end.
    let at = this.#timers.length;
    while (at > 0 && isBefore(this.#timers[at - 1], timer)) at -= 1;
    this.#timers.splice(at, 0, timer);
    return () => {
      const found = this.#timers.indexOf(timer);
      if (found >= 0) this.#timers.splice(found, 1);
    };
  }

  defer(fn: () => void): void {
    this.#deferred.push(fn);
  }

  /** Runs what is deferred until there is nothing; time stands still. */
  async settle(): Promise<void> {
    await macrotask();
    for (let fn = this.#deferred.shift(); fn !== undefined; fn = this.#deferred.shift()) {
      fn();
      await macrotask();
    }
  }

  /** Lets `ms` pass. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await this.settle();
    for (let next = this.#timers.at(-1); next !== undefined && next.atMs <= untilMs; next = this.#timers.at(-1)) {
      this.#timers.pop();
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.fn();
      await this.settle();
    }
    this.#nowMs = untilMs;
  }
}

function isBefore(a: Timer | undefined, b: Timer): boolean {
  return a !== undefined && (a.atMs < b.atMs || (a.atMs === b.atMs && a.id < b.id));
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The clock of one server process: when that dies, nothing of it ever runs again. */
export class ProcessClock implements Clock {
  readonly #world: WorldClock;
  readonly #jumpedMs: () => number;
  #isDead = false;

  /** `jumpedMs`: how far its wall clock is off by now. */
  constructor(world: WorldClock, jumpedMs: () => number) {
    this.#world = world;
    this.#jumpedMs = jumpedMs;
  }

  now(): number {
    return this.#world.now() + this.#jumpedMs();
  }

  setTimer(delayMs: number, fn: () => void): () => void {
    return this.#world.setTimer(delayMs, () => this.#run(fn));
  }

  defer(fn: () => void): void {
    this.#world.defer(() => this.#run(fn));
  }

  die(): void {
    this.#isDead = true;
  }

  #run(fn: () => void): void {
    if (!this.#isDead) fn();
  }
}
