// A browser's storage for tests: a database of its own, locks among its tabs, a clock, and what can go wrong.
import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { createMemoryStore, type KeyValueStore } from "../../host/key-value-store.ts";
import { type BoardStore, type BoardStoreOptions, openBoardStore } from "../board-store.ts";
import type { TabLocks } from "../tab-locks.ts";

export class TestBrowser {
  readonly names: KeyValueStore = createMemoryStore();
  nowMs = 1_000;
  readonly #taken = new Set<string>();
  readonly #stores: BoardStore[] = [];
  #random = 0;
  readonly #put = IDBObjectStore.prototype.put;
  /** Rows put since the last look, by table. */
  #rows = new Map<string, number>();

  constructor() {
    globalThis.indexedDB = new IDBFactory();
    const rows = (name: string): void => void this.#rows.set(name, (this.#rows.get(name) ?? 0) + 1);
    const put = this.#put;
    IDBObjectStore.prototype.put = function (...args) {
      rows(this.name);
      return put.apply(this, args);
    };
  }

  readonly locks: TabLocks = {
    take: (name) => {
      if (this.#taken.has(name)) return Promise.resolve(undefined);
      this.#taken.add(name);
      return Promise.resolve(() => void this.#taken.delete(name));
    },
  };

  /** A tab that opens the board. */
  async open(options: Partial<BoardStoreOptions> = {}): Promise<BoardStore> {
    const store = await openBoardStore({
      board: "board-1",
      secret: "edit-secret",
      locks: this.locks,
      names: this.names,
      tab: createMemoryStore(),
      now: () => this.nowMs,
      setTimer: () => () => {},
      idle: () => Promise.resolve(() => true),
      fillRandom: (bytes) => bytes.fill((this.#random += 1)),
      ...options,
    });
    this.#stores.push(store);
    return store;
  }

  /** Rows put since the last look. */
  rowsPut(): Readonly<Record<string, number>> {
    const rows = Object.fromEntries(this.#rows);
    this.#rows = new Map();
    return rows;
  }

  /** Every put into these tables fails, with this name of an error, until the result is called. */
  failPuts(name: string, tables: readonly string[]): () => void {
    const before = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (tables.includes(this.name)) throw new DOMException("made to fail", name);
      return before.apply(this, args);
    };
    return () => {
      IDBObjectStore.prototype.put = before;
    };
  }

  /** What a crash leaves: locks are free, nothing is closed in order. */
  crash(): void {
    this.#taken.clear();
  }

  dispose(): void {
    for (const store of this.#stores) store.close();
    IDBObjectStore.prototype.put = this.#put;
  }
}
