// `ctx.storage`: the author's view of a store. Checks what is asked, tells the output gate of every write, and refuses to
// work for an instance that is no longer the live one.
import { checkKey, rangeOf } from "./key-range.ts";
import { MAX_KEYS_PER_CALL } from "./limits.ts";
import type { OutputGate } from "./output-gate.ts";
import type { RoomStore, ValueCodec } from "./ports.ts";
import type { RoomAlarm } from "./room-alarm.ts";
import { GuardedKv } from "./room-kv.ts";
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
  readonly kv: GuardedKv;
  readonly sql: RoomSql;
  readonly log: RoomLog;
  readonly bytes: RoomBytes;
  readonly #access: StoreAccess;
  readonly #alarm: RoomAlarm;
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
    this.#alarm = parts.alarm;
    this.#transactions = parts.transactions;
    this.#onCommitFailed = parts.onCommitFailed;
    this.kv = new GuardedKv(parts.access, parts.codec, parts.maxValueBytes);
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
    if (!isMany(keyOrKeys)) return this.kv.get(keyOrKeys);
    const found = checkedKeys(keyOrKeys).sort(compareUtf8);
    return new Map(found.map((key) => [key, this.kv.get(key)] as const).filter(([, value]) => value !== undefined));
  }

  put<T>(key: string, value: T): Promise<void>;
  put<T>(entries: Readonly<Record<string, T>>): Promise<void>;
  async put(keyOrEntries: string | Readonly<Record<string, unknown>>, value?: unknown): Promise<void> {
    const isOne = typeof keyOrEntries !== "object" || keyOrEntries === null;
    // Among many, what is undefined is passed over, as on Durable Objects.
    const entries = isOne ? [[keyOrEntries, value] as const] : Object.entries(keyOrEntries).filter(([, each]) => each !== undefined);
    const keys = checkedKeys(entries.map(([key]) => key));
    this.kv.putEncoded(
      entries.map(([, each], i) => {
        if (each === undefined) throw new StorageError("bad_value", "undefined cannot be stored; delete the key instead");
        return [keys[i] as string, this.kv.encode(each)];
      }),
    );
  }

  delete(key: string): Promise<boolean>;
  delete(keys: readonly string[]): Promise<number>;
  async delete(keyOrKeys: string | readonly string[]): Promise<boolean | number> {
    if (!isMany(keyOrKeys)) return this.kv.delete(keyOrKeys);
    return checkedKeys(keyOrKeys).filter((key) => this.kv.delete(key)).length;
  }

  async list<T = unknown>(options?: ListOptions): Promise<Map<string, T>> {
    return new Map(this.kv.list<T>(options));
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
