// The one alarm of a live room: its stored row, and what is true of it while `onAlarm` runs.
import type { StoreAccess } from "./guarded-storage.ts";
import { alarmRetryDelayMs } from "./timings.ts";

export class RoomAlarm {
  readonly #access: StoreAccess;
  #running: "no" | "yes" | "yes, and set anew" = "no";
  /** The row was written in this turn, so the schedule of the process must hear of it after the commit. */
  #changed = false;

  constructor(access: StoreAccess) {
    this.#access = access;
  }

  get(): number | undefined {
    if (this.#running === "yes") return undefined;
    return this.#access.read().alarm.get()?.atMs;
  }

  set(atMs: number): void {
    this.#write({ atMs, attempt: 0 });
    if (this.#running === "yes") this.#running = "yes, and set anew";
  }

  delete(): void {
    // While its own onAlarm runs the row must stay: it is what repeats the alarm after a crash.
    if (this.#running === "yes") return;
    if (this.#access.read().alarm.get() !== undefined) this.#write(undefined);
    if (this.#running === "yes, and set anew") this.#running = "yes";
  }

  /** Before a transaction; the returned function puts back what the transaction's rollback does not know of. */
  mark(): () => void {
    const running = this.#running;
    return () => {
      this.#running = running;
    };
  }

  /** The schedule of the process has lost its entry, or will hear of another one after the commit. */
  get isUnsettled(): boolean {
    return this.#changed || this.#running !== "no";
  }

  /** True if the alarm is due: the caller then runs `onAlarm` and reports to `finish`. */
  begin(nowMs: number): boolean {
    if (this.#running !== "no") return false;
    const row = this.#access.read().alarm.get();
    this.#changed = true; // whatever woke us has used up its entry in the schedule
    if (row === undefined || row.atMs > nowMs) return false;
    this.#running = "yes";
    return true;
  }

  finish(outcome: "done" | "threw", nowMs: number): void {
    const setAnew = this.#running === "yes, and set anew";
    this.#running = "no";
    this.#changed = true;
    if (setAnew) return;
    const attempt = (this.#access.read().alarm.get()?.attempt ?? 0) + 1;
    this.#write(outcome === "done" ? undefined : { atMs: nowMs + alarmRetryDelayMs(attempt), attempt });
  }

  /** After a commit: when the alarm is due now, if that may have changed since the last call. */
  takeChange(): { readonly atMs: number | undefined } | undefined {
    if (!this.#changed || this.#running !== "no") return undefined;
    this.#changed = false;
    return { atMs: this.#access.read().alarm.get()?.atMs };
  }

  #write(row: { atMs: number; attempt: number } | undefined): void {
    this.#access.write().alarm.set(row);
    this.#changed = true;
  }
}
