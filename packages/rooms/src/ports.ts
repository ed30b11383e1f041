// What a host must bring so that rooms can run: storage, sockets, time, values as bytes, a log.
// Declared here, implemented above (packages/storage, packages/node-host, the simulation, the tests).
import type { AlarmRow, ByteTable, RoomDamage, RoomLog } from "./room-storage.ts";

/** Identity of a room. `name` is the raw URL segment, never percent-decoded: two spellings are two rooms. */
export type RoomKey = { readonly party: string; readonly name: string };

/** Where rooms are kept. One driver serves one process; a room is open at most once at a time. */
export interface StorageDriver {
  /** Opens one room, creating nothing until its first write. Throws `StorageError` (`locked`, `corrupt`, `io`). */
  open(key: RoomKey): RoomStore;
  /** Every alarm that is set, due or not: read once when a host starts. May name a room whose alarm is gone. */
  alarms(): Iterable<{ readonly key: RoomKey; readonly atMs: number }>;
  /** How many rooms have ever stored something. */
  count(): number;
  /** What has gone wrong since the start. */
  health(): StorageHealth;
  /** Closes every handle. Writes that were not committed are lost, as they were never promised. */
  close(): void;
}

export type StorageHealth = {
  /** Damaged files that were put aside. */
  readonly quarantined: number;
  /** The disk is full: writes are refused until it takes them again. */
  readonly isFull: boolean;
};

/**
 * One open room. Reads and writes are synchronous; the first write opens a transaction, reads see it, and nothing of it
 * is durable before `commit` returned.
 */
export interface RoomStore {
  /** Table behind `storage.get/put/delete/list`: encoded values. */
  readonly values: ByteTable;
  /** Table behind `storage.bytes`. */
  readonly bytes: ByteTable;
  readonly log: RoomLog;
  readonly sql: SqlStore;
  readonly alarm: { get(): AlarmRow | undefined; set(row: AlarmRow | undefined): void };
  /** Set where the file was damaged and this is what could be saved: reads work, writes throw `read_only`. */
  readonly damage: RoomDamage | undefined;
  /** Marks a place in the open transaction. Marks end in the reverse order of their making. */
  savepoint(): Savepoint;
  /** Makes all writes since the last commit durable, or throws `StorageError`; then the caller must `rollback` or `close`. No-op without writes. */
  commit(): void;
  /** Forgets all writes since the last commit. Never throws. */
  rollback(): void;
  /** Rolls back and frees the handle. Never throws; a second call is a no-op. */
  close(): void;
}

/** What SQL gives: integers as numbers (beyond 2^53 the nearest double), a BLOB as an ArrayBuffer of its own. */
export type SqlValue = string | number | null | ArrayBuffer;

export type SqlResult = {
  readonly columnNames: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  readonly rowsWritten: number;
};

/** The room's own tables, in the same transaction as everything else of it. */
export interface SqlStore {
  /**
   * Runs all statements of `query`; `bindings` are those of the last one. Statements can neither reach what the driver
   * itself has stored, nor begin or end a transaction, nor change settings. Throws `StorageError`: `sql` if SQLite refused.
   */
  exec(query: string, bindings: readonly (string | number | null | Uint8Array)[]): SqlResult;
  /** Bytes that the room takes; 0 if it has never stored anything. */
  sizeBytes(): number;
  /** Drops all tables and views. */
  clear(): void;
}

export type Savepoint = {
  /** Keeps the writes since the mark as part of the transaction. */
  release(): void;
  /** Forgets the writes since the mark. Never throws. */
  rollback(): void;
};

/** The host's end of one socket. Calls never throw; on a socket that is gone they do nothing. */
export interface ConnTransport {
  /** Queues one frame: a string becomes a text frame, bytes a binary one. The bytes are not copied. */
  send(data: string | Uint8Array): void;
  /** `code` and `reason` are already legal for the wire; no code means a close frame without a status. */
  close(code?: number, reason?: string): void;
  /** Bytes accepted by `send` that the network has not taken yet. */
  readonly bufferedAmount: number;
  /** Stops reading from the socket until `resume`: backpressure towards the client. */
  pause(): void;
  resume(): void;
}

/** Time and turns. `setTimer` and `defer` callbacks run as a macrotask of their own: promise jobs are drained before. */
export interface Clock {
  /** Wall clock, ms since the epoch. */
  now(): number;
  /** Runs `fn` once after `delayMs`; the returned function cancels it. */
  setTimer(delayMs: number, fn: () => void): () => void;
  /** Runs `fn` as soon as possible, but after all promise jobs that are ready (setImmediate on Node). */
  defer(fn: () => void): void;
}

/** A value that goes along with a piece of work, through all that it awaits and starts (AsyncLocalStorage on Node). */
export interface AsyncContext {
  run<T>(value: object, work: () => T): T;
  /** The value of the innermost `run` that the caller is in. */
  current(): object | undefined;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Structured events: a stable name and fields, never a sentence and never what users wrote. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Structured clone as bytes. `encode` throws for what cannot be cloned; `decode` returns a value that shares nothing with the bytes. */
export interface ValueCodec {
  encode(value: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
}

/** The part of Fetch's `Headers` that rooms use. */
export interface RoomHeaders {
  get(name: string): string | null;
  has(name: string): boolean;
  forEach(fn: (value: string, name: string) => void): void;
}

/** The part of Fetch's `Request` that rooms use; a real `Request` is one. */
export interface RoomRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: RoomHeaders;
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The part of Fetch's `Response` that rooms use; a real `Response` is one. */
export interface RoomResponse {
  readonly status: number;
  readonly headers: RoomHeaders;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What a room asks of whoever reads the body of its answer. */
export type BodyWatch = {
  /** Calls `pass` when what the room has written so far is durable; never, if it cannot be. */
  release(pass: () => void): void;
  /** To be called when the body has been read to its end, was given up by its reader, or has failed. Later calls are ignored. */
  ended(failure?: { readonly error: unknown }): void;
};

export type WatchedBody = {
  readonly response: RoomResponse;
  /** Breaks the body off: its reader and its author see an error. Never throws. */
  cut(reason: Error): void;
};

/** Sends each piece of a body through `watch`. Undefined if the response has no body that comes in pieces. */
export type WatchBody = (response: RoomResponse, watch: BodyWatch) => WatchedBody | undefined;

export type ResponseBody = string | Uint8Array | null;
export type ResponseInit = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };
/** Builds a response of the platform. */
export type NewResponse = (body?: ResponseBody, init?: ResponseInit) => RoomResponse;
