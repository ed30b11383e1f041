// `ctx.storage`: the author's view of a store. Checks keys and sizes, turns values into bytes, tells the output gate of
// every write, and refuses to work for an instance that is no longer the live one.
import { checkKey, rangeOf } from "./key-range.ts";
import { MAX_KEYS_PER_CALL } from "./limits.ts";
import type { OutputGate } from "./output-gate.ts";
import type { RoomStore, ValueCodec } from "./ports.ts";
import type { RoomAlarm } from "./room-alarm.ts";
import { GuardedSql } from "./room-sql.ts";
import type { RoomSql } from "./room-sql.ts";
import { StorageError } from "./room-storage.ts";
import type { ListOptions, LogEntry, RoomBytes, RoomDamage, RoomLog, RoomStorage, RoomTransaction } from "./room-storage.ts";
import type { Transactions } from "./transactions.ts";
import { compareUtf8 } from "./utf8.ts";

/** Gives access to a store while its room lives, and notes writes. */
export class StoreAccess {
  readonly #store: RoomStore;
  readonly #gate: OutputGate;
  #closed = false;

  constructor(store: RoomStore, gate: OutputGate) {
    this.#store = store;
    this.#gate = gate;
  }

  /** Throws `StorageError` `closed` after `close`. */
  read(): RoomStore {
    if (this.#closed) throw new StorageError("closed", "This instance of the room has been evicted; its storage is closed");
    return this.#store;
  }

  write(): RoomStore {
    const store = this.read();
    this.#gate.wrote();
    return store;
  }

  get isHeld(): boolean {
    return this.#gate.isHeld;
  }

  commit(): void {
    this.read();
    this.#gate.commit();
  }

  close(): void {
    this.#closed = true;
  }
}

export class GuardedStorage implements RoomStorage {
  readonly sql: RoomSql;
  readonly log: RoomLog;
  readonly bytes: RoomBytes;
  readonly #access: StoreAccess;
  readonly #codec: ValueCodec;
  readonly #alarm: RoomAlarm;
  readonly #maxValueBytes: number;
  readonly #transactions: Transactions;
  /** Called when a commit asked for by the room failed. */
  readonly #onCommitFailed: (error: unknown) => void;

  constructor(parts: {
    readonly access: StoreAccess;
    readonly codec: ValueCodec;
    readonly alarm: RoomAlarm;
    readonly maxValueBytes: number;
    readonly transactions: Transactions;
    readonly onCommitFailed: (error: unknown) => void;
  }) {
    this.#access = parts.access;
    this.#codec = parts.codec;
    this.#alarm = parts.alarm;
    this.#maxValueBytes = parts.maxValueBytes;
    this.#transactions = parts.transactions;
    this.#onCommitFailed = parts.onCommitFailed;
    this.sql = new GuardedSql(parts.access);
    this.log = guardedLog(parts.access);
    this.bytes = guardedBytes(parts.access);
  }

  get damage(): RoomDamage | undefined {
    return this.#access.read().damage;
  }

  get<T = unknown>(key: string): Promise<T | undefined>;
  get<T = unknown>(keys: readonly string[]): Promise<Map<string, T>>;
  async get(keyOrKeys: string | readonly string[]): Promise<unknown> {
    const { values } = this.#access.read();
    if (!isMany(keyOrKeys)) {
      checkKey(keyOrKeys);
      return this.#decode(values.get(keyOrKeys));
    }
    const found = new Map<string, unknown>();
    for (const key of checkedKeys(keyOrKeys).sort(compareUtf8)) {
      const bytes = values.get(key);
      if (bytes !== undefined) found.set(key, this.#decode(bytes));
    }
    return found;
  }

  put<T>(key: string, value: T): Promise<void>;
  put<T>(entries: Readonly<Record<string, T>>): Promise<void>;
  async put(keyOrEntries: string | Readonly<Record<string, unknown>>, value?: unknown): Promise<void> {
    const isOne = typeof keyOrEntries !== "object" || keyOrEntries === null;
    // Among many, what is undefined is passed over, as on Durable Objects.
    const entries = isOne ? [[keyOrEntries, value] as const] : Object.entries(keyOrEntries).filter(([, each]) => each !== undefined);
    const keys = checkedKeys(entries.map(([key]) => key));
    const encoded = entries.map(([, each]) => this.#encode(each)); // all are checked before the first is written
    const { values } = this.#access.write();
    keys.forEach((key, i) => values.put(key, encoded[i] as Uint8Array));
  }

  delete(key: string): Promise<boolean>;
  delete(keys: readonly string[]): Promise<number>;
  async delete(keyOrKeys: string | readonly string[]): Promise<boolean | number> {
    const keys = checkedKeys(isMany(keyOrKeys) ? keyOrKeys : [keyOrKeys]);
    const { values } = this.#access.write();
    const deleted = keys.filter((key) => values.delete(key)).length;
    return isMany(keyOrKeys) ? deleted : deleted === 1;
  }

  async list<T = unknown>(options?: ListOptions): Promise<Map<string, T>> {
    const rows = this.#access.read().values.list(rangeOf(options));
    return new Map(rows.map(([key, bytes]) => [key, this.#decode(bytes) as T]));
  }

  async deleteAll(): Promise<void> {
    const { values, sql } = this.#access.write();
    values.clear();
    sql.clear();
  }

  async setAlarm(at: number | Date): Promise<void> {
    const atMs = Number(at);
    if (!Number.isFinite(atMs) || atMs < 0) throw new StorageError("bad_value", "An alarm is a time in ms since the epoch or a Date");
    this.#alarm.set(Math.floor(atMs));
  }

  async getAlarm(): Promise<number | null> {
    return this.#alarm.get() ?? null;
  }

  async deleteAlarm(): Promise<void> {
    this.#alarm.delete();
  }

  transaction<T>(work: (txn: RoomTransaction) => T | Promise<T>): Promise<T> {
    return this.#transactions.run(this, work);
  }

  transactionSync<T>(work: () => T): T {
    return this.#transactions.runSync(work);
  }

  async sync(): Promise<void> {
    if (this.#access.isHeld) throw new TypeError("sync cannot be called inside a transaction");
    try {
      this.#access.commit();
    } catch (error) {
      this.#onCommitFailed(error);
      throw error;
    }
  }

  #encode(value: unknown): Uint8Array {
    if (value === undefined) throw new StorageError("bad_value", "undefined cannot be stored; delete the key instead");
    let bytes: Uint8Array;
    try {
      bytes = this.#codec.encode(value);
    } catch (cause) {
      throw new StorageError("bad_value", "A stored value must be a structured-clone value", { cause });
    }
    if (bytes.byteLength > this.#maxValueBytes) {
      throw new StorageError("too_large", `A stored value has at most ${this.#maxValueBytes} bytes; this has ${bytes.byteLength}`);
    }
    return bytes;
  }

  #decode(bytes: Uint8Array | undefined): unknown {
    if (bytes === undefined) return undefined;
    try {
      return this.#codec.decode(bytes);
    } catch (cause) {
      throw new StorageError("corrupt", "A stored value cannot be decoded", { cause });
    }
  }
}

function isMany(keyOrKeys: string | readonly string[]): keyOrKeys is readonly string[] {
  return Array.isArray(keyOrKeys);
}

function checkedKeys(keys: readonly string[]): string[] {
  if (keys.length > MAX_KEYS_PER_CALL) {
    throw new StorageError("too_large", `At most ${MAX_KEYS_PER_CALL} keys per call; these are ${keys.length}`);
  }
  for (const key of keys) checkKey(key);
  return [...keys];
}

function guardedBytes(access: StoreAccess): RoomBytes {
  return {
    get(key): Uint8Array | undefined {
      checkKey(key);
      return access.read().bytes.get(key);
    },
    put(key, value): void {
      checkKey(key);
      access.write().bytes.put(key, value);
    },
    delete(key): boolean {
      checkKey(key);
      return access.write().bytes.delete(key);
    },
    list(options): [string, Uint8Array][] {
      return access.read().bytes.list(rangeOf(options));
    },
  };
}

function guardedLog(access: StoreAccess): RoomLog {
  return {
    head: (): number => access.read().log.head(),
    append: (entry): number => access.write().log.append(entry),
    read: (fromSeq, limit): LogEntry[] => access.read().log.read(fromSeq, limit),
    find: (client, n) => access.read().log.find(client, n),
    lastOf: (client): number => access.read().log.lastOf(client),
    refuse: (client, n, code): void => access.write().log.refuse(client, n, code),
    refusal: (client, n): string | undefined => access.read().log.refusal(client, n),
  };
}
