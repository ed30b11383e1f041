// What a room sees of its storage: values by key, one alarm, an append-only log and raw bytes. Names and options of
// values are those of Durable Objects. Writes are durable before anything the room sends afterwards leaves the process.
import type { RoomSql } from "./room-sql.ts";

/** Why storage refused. `io` and `full` may pass by themselves; `corrupt` needs a person. */
export type StorageErrorCode =
  | "bad_key" // empty, longer than 2,048 UTF-8 bytes, or not well-formed Unicode
  | "bad_value" // undefined, or not a structured-clone value
  | "too_large" // a value over the limit, or too many keys in one call
  | "duplicate" // (client, n) is in the log already, or was refused
  | "corrupt" // a checksum, the room key or the file itself is wrong
  | "locked" // opened by someone else
  | "full" // the disk is
  | "newer_schema" // written by a later version of this program
  | "read_only" // the room was recovered from a damaged file; `inkroom repair` makes it writable
  | "closed" // this instance of the room is no longer the live one
  | "sql" // SQLite refused a statement: syntax, a constraint, or something that rooms may not do
  | "io"; // anything else the disk answered

export class StorageError extends Error {
  override readonly name = "StorageError";
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Range over keys in the order of their UTF-8 bytes. */
export type ListOptions = {
  /** First key, inclusive. */
  readonly start?: string;
  /** First key, exclusive. Not together with `start`. */
  readonly startAfter?: string;
  /** Last key, exclusive. */
  readonly end?: string;
  readonly prefix?: string;
  readonly reverse?: boolean;
  /** At most this many entries; counted from the end when `reverse`. */
  readonly limit?: number;
};

/** The same values as those of `get`, `put`, `delete` and `list`, synchronously. Throws `StorageError` as those reject. */
export interface RoomKv {
  get<T = unknown>(key: string): T | undefined;
  put(key: string, value: unknown): void;
  /** True if the key was there. */
  delete(key: string): boolean;
  /** Entries in key order, as they are now. */
  list<T = unknown>(options?: ListOptions): IterableIterator<[string, T]>;
}

/** Raw bytes by key, synchronously. Stored and returned arrays are never shared with the caller. */
export interface RoomBytes {
  get(key: string): Uint8Array | undefined;
  put(key: string, value: Uint8Array): void;
  /** True if the key was there. */
  delete(key: string): boolean;
  /** Entries in key order. */
  list(options?: ListOptions): [string, Uint8Array][];
}

export type LogEntry = {
  /** 1, 2, 3 ... without holes. */
  readonly seq: number;
  readonly client: string;
  /** The client's own number of this entry; (client, n) is unique in a room. */
  readonly n: number;
  readonly body: Uint8Array;
  /** Server time, ms since the epoch. */
  readonly ts: number;
};

/**
 * Append-only record of a room, with what makes "exactly once" possible: every (client, n) is decided once, either
 * appended or refused. Every read verifies the checksum of each row and throws `StorageError` `corrupt` on a mismatch.
 */
export interface RoomLog {
  /** Highest seq; 0 when empty. */
  head(): number;
  /** Returns the new entry's seq. Throws `duplicate` if (client, n) was decided before. */
  append(entry: { readonly client: string; readonly n: number; readonly body: Uint8Array; readonly ts: number }): number;
  /** Entries with `seq >= fromSeq` in order, at most `limit`. */
  read(fromSeq: number, limit: number): LogEntry[];
  find(client: string, n: number): { readonly seq: number; readonly body: Uint8Array } | undefined;
  /** Highest n of this client that was appended or refused; 0 for a stranger. */
  lastOf(client: string): number;
  /** Decides (client, n) negatively, durably. Throws `duplicate` if it was decided before. */
  refuse(client: string, n: number, code: string): void;
  refusal(client: string, n: number): string | undefined;
}

/** The alarm as it is stored. */
export type AlarmRow = {
  /** When it is due, ms since the epoch. */
  readonly atMs: number;
  /** How many times `onAlarm` has thrown for it. */
  readonly attempt: number;
};

/** A plain key range, as a driver gets it. `limit` is a non-negative integer. */
export type KeyRange = {
  readonly from?: string;
  readonly after?: string;
  readonly before?: string;
  readonly reverse: boolean;
  readonly limit?: number;
};

/** A table of a driver: keys and sizes are already checked. */
export interface ByteTable {
  get(key: string): Uint8Array | undefined;
  put(key: string, value: Uint8Array): void;
  delete(key: string): boolean;
  list(range: KeyRange): [string, Uint8Array][];
  clear(): void;
}

/** Why a room may only be read: its file was found damaged, and this is the last good state of it. */
export type RoomDamage = {
  /** Date and time, ISO 8601. */
  readonly foundAt: string;
  /** What was wrong, for the person who runs the server. */
  readonly reason: string;
};

/** What the work of a transaction gets: the room's storage until the work has settled, and the way to give up without a throw. */
export interface RoomTransaction extends Pick<RoomStorage, "get" | "put" | "delete" | "list" | "setAlarm" | "getAlarm" | "deleteAlarm"> {
  /**
   * Takes back what the transaction has written so far; its other methods reject with TypeError from then on. Throws TypeError
   * while a transaction inside this one is running.
   */
  rollback(): void;
}

/** `this.ctx.storage` of a room. Values are copied by structured clone in both directions. */
export interface RoomStorage {
  get<T = unknown>(key: string): Promise<T | undefined>;
  /** Up to 128 keys; absent ones are absent from the map, which is in key order. */
  get<T = unknown>(keys: readonly string[]): Promise<Map<string, T>>;
  put<T>(key: string, value: T): Promise<void>;
  /** Up to 128 keys; those whose value is undefined stay as they were. */
  put<T>(entries: Readonly<Record<string, T>>): Promise<void>;
  /** True if the key was there. */
  delete(key: string): Promise<boolean>;
  /** How many of the keys (up to 128) were there. */
  delete(keys: readonly string[]): Promise<number>;
  list<T = unknown>(options?: ListOptions): Promise<Map<string, T>>;
  /** Deletes all values and all tables of `sql`. The alarm, the log and the bytes stay. */
  deleteAll(): Promise<void>;
  /** Sets the room's one alarm; a time in the past is due at once. */
  setAlarm(at: number | Date): Promise<void>;
  /** When the alarm is due, ms since the epoch; null without one and while that alarm's `onAlarm` runs. */
  getAlarm(): Promise<number | null>;
  deleteAlarm(): Promise<void>;
  /**
   * Runs `work` with all its writes or none: a throw takes them back and is passed on. Until it has settled no other event
   * is delivered, nothing is committed and nothing leaves; what hooks that are under way write meanwhile is part of it.
   * Transactions that are started together run one after the other; one that is started inside `work` is part of this one and can
   * be taken back alone. After 30 s the room is thrown away.
   */
  transaction<T>(work: (txn: RoomTransaction) => T | Promise<T>): Promise<T>;
  /** As `transaction` for work that does not wait. Throws TypeError if it returns a promise. */
  transactionSync<T>(work: () => T): T;
  /** Commits now instead of at the end of the turn. Rejects with TypeError inside a transaction. */
  sync(): Promise<void>;
  readonly kv: RoomKv;
  readonly sql: RoomSql;
  readonly log: RoomLog;
  readonly bytes: RoomBytes;
  /** Set where writes are refused with `read_only`. */
  readonly damage: RoomDamage | undefined;
}
