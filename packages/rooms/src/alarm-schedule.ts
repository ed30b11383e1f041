// When which room of this process is to be woken. Only a plan: the truth is the row in the room's own storage.
import type { Clock, RoomKey } from "./ports.ts";
import { textOfKey } from "./room-id.ts";
import { MAX_TIMER_MS } from "./timings.ts";

type Entry = { readonly key: RoomKey; readonly atMs: number };

export class AlarmSchedule {
  readonly #clock: Clock;
  readonly #onDue: (key: RoomKey) => void;
  readonly #entries = new Map<string, Entry>();
  #timer: { readonly atMs: number; readonly cancel: () => void } | undefined;
  #stopped = false;

  constructor(clock: Clock, onDue: (key: RoomKey) => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** Replaces the room's entry; undefined removes it. */
  update(key: RoomKey, atMs: number | undefined): void {
    const id = textOfKey(key);
    if (atMs === undefined) this.#entries.delete(id);
    else {
      this.#entries.set(id, { key, atMs });
      this.#armFor(atMs);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #armFor(atMs: number): void {
    if (this.#stopped || (this.#timer !== undefined && this.#timer.atMs <= atMs)) return;
    this.#timer?.cancel();
    const delayMs = Math.max(0, Math.min(atMs - this.#clock.now(), MAX_TIMER_MS));
    this.#timer = { atMs, cancel: this.#clock.setTimer(delayMs, () => this.#ring()) };
  }

  // Looks at every entry: rings are rare against the cost of keeping them sorted.
  #ring(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    let next = Infinity;
    const due: RoomKey[] = [];
    for (const [id, entry] of this.#entries) {
      if (entry.atMs > now) next = Math.min(next, entry.atMs);
      else {
        due.push(entry.key);
        this.#entries.delete(id);
      }
    }
    if (next !== Infinity) this.#armFor(next);
    for (const key of due) this.#onDue(key);
  }
}
