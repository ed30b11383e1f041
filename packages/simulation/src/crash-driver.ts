// A storage driver over a real one that fails where the world says so. A crash loses what is not committed, nothing else.
import { type RoomStore, type StorageDriver, StorageError } from "@inkroom/rooms";

/**
 * Where the next failure strikes. The process dies before a transaction is written, between that and the commit, between
 * the commit and the answer, between the answer and what others hear of it, between a welcome and the snapshot it promised,
 * or with a checkpoint half written; the last two leave it alive. The log is never trimmed, so nothing can die there.
 */
export const FAULT_POINTS = [
  "before-append",
  "before-commit",
  "after-commit",
  "after-ack",
  "in-snapshot",
  "in-checkpoint",
  "commit-fails",
  "write-fails",
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

export class CrashDriver implements StorageDriver {
  readonly #inner: StorageDriver;
  readonly #onStrike: (point: FaultPoint) => void;
  readonly #onCrash: () => void;
  readonly #open = new Set<RoomStore>();
  #armed: FaultPoint | undefined;
  #isDead = false;

  /** `onStrike`: a failure that was asked for happens. `onCrash`: the process is to be dead from now on. */
  constructor(inner: StorageDriver, onStrike: (point: FaultPoint) => void, onCrash: () => void) {
    this.#inner = inner;
    this.#onStrike = onStrike;
    this.#onCrash = onCrash;
  }

  arm(point: FaultPoint | undefined): void {
    this.#armed = point;
  }

  open(key: { readonly party: string; readonly name: string }): RoomStore {
    const inner = this.#inner.open(key);
    this.#open.add(inner);
    const store: RoomStore = {
      values: inner.values,
      log: {
        head: () => inner.log.head(),
        append: (entry) => {
          if (this.#strikes("before-append")) this.#crash();
          return inner.log.append(entry);
        },
        read: (from, limit) => inner.log.read(from, limit),
        find: (client, n) => inner.log.find(client, n),
        lastOf: (client) => inner.log.lastOf(client),
        refuse: (client, n, code) => inner.log.refuse(client, n, code),
        refusal: (client, n) => inner.log.refusal(client, n),
      },
      sql: inner.sql,
      alarm: inner.alarm,
      damage: inner.damage,
      bytes: {
        get: (id) => inner.bytes.get(id),
        put: (id, value) => {
          this.#beforePut(id);
          inner.bytes.put(id, value);
        },
        delete: (id) => inner.bytes.delete(id),
        list: (range) => inner.bytes.list(range),
        clear: () => inner.bytes.clear(),
      },
      commit: () => this.#commit(inner),
      savepoint: () => inner.savepoint(),
      rollback: () => inner.rollback(),
      close: () => {
        this.#open.delete(inner);
        inner.close();
      },
    };
    return store;
  }

  alarms(): ReturnType<StorageDriver["alarms"]> {
    return this.#inner.alarms();
  }

  count(): number {
    return this.#inner.count();
  }

  health(): ReturnType<StorageDriver["health"]> {
    return this.#inner.health();
  }

  close(): void {
    this.#inner.close();
  }

  /** The process is gone: nothing is committed from now on. */
  kill(): void {
    this.#isDead = true;
  }

  /** What a dead process leaves behind: open transactions are lost, locks are free. */
  release(): void {
    for (const store of this.#open) store.close();
    this.#open.clear();
    this.#inner.close();
  }

  #commit(inner: RoomStore): void {
    if (this.#isDead) throw new StorageError("closed", "this process is dead");
    if (this.#strikes("commit-fails")) throw new StorageError("io", "made to fail");
    if (this.#strikes("before-commit")) this.#crash();
    inner.commit();
    // It returns as if nothing had happened, but nobody hears of it any more.
    if (this.#strikes("after-commit")) this.#onCrash();
  }

  #beforePut(id: string): void {
    if (!id.startsWith("e/")) return;
    if (this.#strikes("in-checkpoint")) this.#crash();
    if (this.#strikes("write-fails")) throw new StorageError("io", "made to fail");
  }

  #crash(): never {
    this.#onCrash();
    throw new StorageError("closed", "the process has just died");
  }

  #strikes(point: FaultPoint): boolean {
    if (this.#armed !== point) return false;
    this.#armed = undefined;
    this.#onStrike(point);
    return true;
  }
}
