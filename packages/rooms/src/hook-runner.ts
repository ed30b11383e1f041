// Calls the author's hooks so that whatever they throw, in whichever way, stays with the event they were called for.
import type { Clock, Log } from "./ports.ts";
import type { RoomLife } from "./room-life.ts";
import { soundError } from "./thrown.ts";
import { HOOK_BLOCK_MS, HOOK_STALL_MS } from "./timings.ts";

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** `pending`: the hook returned a promise and goes on by itself. */
export type HookProgress = "done" | "pending";

export class HookRunner {
  readonly #life: RoomLife;
  readonly #party: string;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #onSettled: () => void;
  /** Oldest first. */
  readonly #pending = new Set<{ readonly hook: string; readonly sinceMs: number; isReported: boolean }>();
  /** Errors that `onException` has been told of. */
  readonly #told = new WeakSet<object>();
  #cancelWatch: (() => void) | undefined;

  /** `onSettled` is told when a pending hook has ended: there may be output to flush. */
  constructor(life: RoomLife, party: string, { log, clock }: { readonly log: Log; readonly clock: Clock }, onSettled: () => void) {
    this.#life = life;
    this.#party = party;
    this.#log = log;
    this.#clock = clock;
    this.#onSettled = onSettled;
  }

  /** Runs one hook. `settled` is called once with what became of it, unless the life is over by then. */
  run<T>(hook: string, call: () => T | Promise<T>, settled: (outcome: Outcome<T>) => void = () => {}): HookProgress {
    const sinceMs = this.#clock.now();
    let result: T | Promise<T>;
    let isPending: boolean;
    try {
      result = this.#life.run(call);
      isPending = isPromise(result);
    } catch (error) {
      this.#noteDuration(hook, sinceMs);
      this.#settle(hook, { ok: false, error }, settled);
      return "done";
    }
    this.#noteDuration(hook, sinceMs);
    if (!isPending) {
      this.#settle(hook, { ok: true, value: result as T }, settled);
      return "done";
    }
    this.#life.running++;
    const pending = { hook, sinceMs, isReported: false };
    this.#pending.add(pending);
    this.#watch();
    const later = (outcome: Outcome<T>): void => {
      this.#life.running--;
      this.#pending.delete(pending);
      this.#settle(hook, outcome, settled);
      this.#onSettled();
    };
    // A promise of another making may throw when it is asked.
    Promise.resolve(result).then(
      (value) => later({ ok: true, value }),
      (error: unknown) => later({ ok: false, error }),
    );
    return "pending";
  }

  /** The life is over: what is still pending is of no interest. */
  stop(): void {
    this.#cancelWatch?.();
    this.#pending.clear();
  }

  // Nobody can stop it, and all rooms had to wait: whoever runs the server should know which hook it was.
  #noteDuration(hook: string, sinceMs: number): void {
    const forMs = this.#clock.now() - sinceMs;
    if (forMs >= HOOK_BLOCK_MS) this.#log.warn("room.hook_blocked", { party: this.#party, hook, forMs });
  }

  // One timer for all hooks of a life, and none while no hook is pending for long.
  #watch(): void {
    if (this.#cancelWatch !== undefined || this.#life.phase === "over") return;
    this.#cancelWatch = this.#clock.setTimer(HOOK_STALL_MS, () => {
      this.#cancelWatch = undefined;
      const now = this.#clock.now();
      for (const each of this.#pending) {
        if (each.isReported || now - each.sinceMs < HOOK_STALL_MS) continue;
        each.isReported = true;
        this.#log.warn("room.hook_stalled", { party: this.#party, hook: each.hook, forMs: now - each.sinceMs });
      }
      if ([...this.#pending].some(({ isReported }) => !isReported)) this.#watch();
    });
  }

  #settle<T>(hook: string, outcome: Outcome<T>, settled: (outcome: Outcome<T>) => void): void {
    const sound: Outcome<T> = outcome.ok ? outcome : { ok: false, error: soundError(outcome.error) };
    if (!sound.ok) this.report(hook, sound.error);
    if (this.#life.phase !== "over") settled(sound);
  }

  /** Logs an error and tells the room, unless it has heard of this one or it comes from telling it. */
  report(hook: string, error: unknown): void {
    this.#log.error("room.hook_failed", { party: this.#party, hook, error });
    if (this.#life.phase === "over" || hook === "onException") return;
    if (typeof error === "object" && error !== null) {
      if (this.#told.has(error)) return;
      this.#told.add(error);
    }
    this.run("onException", () => this.#life.server.onException(error));
  }
}

export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}
