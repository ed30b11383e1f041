// Holds back everything a room sends until the writes before it are durable.
import type { RoomStore } from "./ports.ts";

export class OutputGate {
  readonly #store: RoomStore;
  readonly #onPending: () => void;
  #queue: { readonly release: () => void; readonly undo: () => void }[] = [];
  #written = false;
  #shut = false;
  #holds = 0;

  /** `onPending` is told of each write or output, and has to see to it that `flush` is called when the turn ends. */
  constructor(store: RoomStore, onPending: () => void) {
    this.#store = store;
    this.#onPending = onPending;
  }

  /**
   * Runs `release` after the next successful commit, in order. If the gate is shut first, or is already, `undo` runs
   * instead: it takes back what was noted of the output when it was asked for.
   */
  enqueue(release: () => void, undo: () => void = () => {}): void {
    if (this.#shut) return undo();
    this.#queue.push({ release, undo });
    this.#onPending();
  }

  /** A write was made. */
  wrote(): void {
    this.#written = true;
    this.#onPending();
  }

  /** Makes the writes so far durable, or throws what the store threw. */
  commit(): void {
    if (!this.#written) return;
    this.#store.commit();
    this.#written = false;
  }

  /** While a transaction is open nothing is committed, and nothing leaves. */
  hold(): void {
    this.#holds++;
  }

  letGo(): void {
    this.#holds--;
    this.#onPending();
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  /** Commits, then lets out what has waited. If the commit throws, nothing leaves. */
  flush(): void {
    this.commit();
    const releases = this.#queue;
    this.#queue = [];
    for (const { release } of releases) release();
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0 && !this.#written;
  }

  /** Drops what waits, now and later. */
  shut(): void {
    this.#shut = true;
    this.#written = false;
    for (const { undo } of this.#queue.splice(0)) undo();
  }
}
