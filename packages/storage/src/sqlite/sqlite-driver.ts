// Rooms as SQLite files, one each, in a directory that one process owns.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { StorageError } from "@inkroom/rooms";
import type { RoomKey, RoomStore, Savepoint, StorageDriver } from "@inkroom/rooms";
import { DiskState, probeDisk } from "./disk-state.ts";
import { storageError } from "./errors.ts";
import { ROOM_FORMAT } from "./file-format.ts";
import { HandlePool } from "./handle-pool.ts";
import { openIndex } from "./open-index.ts";
import { quarantine } from "./quarantine.ts";
import type { QuarantineReport } from "./quarantine.ts";
import { RoomFile } from "./room-file.ts";
import type { IndexedRoom, RoomIndex } from "./room-index.ts";
import { SqliteAlarm } from "./sqlite-alarm.ts";
import { SqliteLog } from "./sqlite-log.ts";
import { SqliteSql } from "./sqlite-sql.ts";
import { SqliteTable } from "./sqlite-table.ts";
import type { StorageStep } from "./steps.ts";
import { problemsOf } from "./verify-file.ts";

export type SqliteDriverOptions = {
  /** Created if absent. */
  readonly dataDir: string;
  /** Room files open at a time, about 125 KiB each. Default 128. */
  readonly maxOpenFiles?: number;
  /** A damaged file was put aside and replaced. `key` is undefined for the index of rooms. */
  readonly onQuarantine?: (report: QuarantineReport, key: RoomKey | undefined) => void;
  /** Told of each step on the way to the disk; it may throw or end the process. For tests. */
  readonly onStep?: (step: StorageStep) => void;
  /** Monotonic, ms; decides when a full disk is asked again. */
  readonly now?: () => number;
};

export interface SqliteDriver extends StorageDriver {
  /** Every room of the directory, in order of its key. */
  rooms(): IndexedRoom[];
  /** Copies a room's file, also while the room goes on. False if nothing has ever been stored. Rejects with StorageError. */
  copyRoom(key: RoomKey, path: string): Promise<boolean>;
  /** Copies the index of rooms. */
  copyIndex(path: string): Promise<void>;
  /** Reads a room's file as a whole, and puts it aside if it is damaged. Throws StorageError. */
  checkRoom(key: RoomKey): void;
  /** Where a room's file is, or would be. */
  pathOf(key: RoomKey): string;
}

/**
 * Opens a data directory. Throws StorageError: `locked` if a process has it, `io` if it cannot be written, `newer_schema`
 * if a later version has written it.
 */
export function openSqliteDriver(options: SqliteDriverOptions): SqliteDriver {
  return new DataDirectory(options);
}

/** Where a room is kept: by hash, so that no name can leave the directory, collide by case or be too long. */
export function roomPath(dataDir: string, { party, name }: RoomKey): string {
  const hash = createHash("sha256").update(`${party}/${name}`).digest("hex");
  return join(dataDir, "rooms", hash.slice(0, 2), hash.slice(2, 4), `${hash}.db`);
}

/** What a room's file says it is. */
export function subjectOf({ party, name }: RoomKey): string {
  return `room ${party}/${name}`;
}

class DataDirectory implements SqliteDriver {
  readonly #options: SqliteDriverOptions;
  readonly #index: RoomIndex;
  readonly #pool: HandlePool;
  readonly #disk: DiskState;
  readonly #open = new Map<string, RoomStore>();
  /** Files in use: by an open room, by copies of it, or both. */
  readonly #files = new Map<string, { readonly file: RoomFile; users: number }>();
  /** Files that must be verified as a whole before they are used again. */
  readonly #suspects = new Set<string>();
  #quarantined = 0;

  constructor(options: SqliteDriverOptions) {
    const { dataDir, maxOpenFiles = 128, now = () => performance.now(), onStep } = options;
    this.#options = options;
    this.#pool = new HandlePool(maxOpenFiles);
    this.#disk = new DiskState({ now, probe: () => probeDisk(dataDir) });
    this.#index = openIndex(dataDir, onStep, (report) => this.#noteQuarantine(report, undefined));
  }

  open(key: RoomKey): RoomStore {
    const path = this.pathOf(key);
    if (this.#open.has(path)) throw new StorageError("locked", "This room is open already");
    const file = this.#usable(key, path);
    const store = storeOf(file, key, this.#index, () => {
      this.#open.delete(path);
      this.#letGo(path, file);
    });
    this.#open.set(path, store);
    return store;
  }

  alarms(): Iterable<{ readonly key: RoomKey; readonly atMs: number }> {
    return this.#index.alarms();
  }

  count(): number {
    return this.#index.count();
  }

  health(): { readonly quarantined: number; readonly isFull: boolean } {
    return { quarantined: this.#quarantined, isFull: this.#disk.isFull };
  }

  rooms(): IndexedRoom[] {
    return this.#index.rooms();
  }

  pathOf(key: RoomKey): string {
    return roomPath(this.#options.dataDir, key);
  }

  async copyRoom(key: RoomKey, path: string): Promise<boolean> {
    const at = this.pathOf(key);
    const file = this.#take(key, at);
    try {
      return await file.copyTo(path);
    } finally {
      this.#letGo(at, file);
    }
  }

  checkRoom(key: RoomKey): void {
    this.#suspects.add(this.pathOf(key));
    this.open(key).close();
  }

  copyIndex(path: string): Promise<void> {
    return this.#index.copyTo(path);
  }

  close(): void {
    for (const store of [...this.#open.values()]) store.close();
    for (const { file } of this.#files.values()) file.close();
    this.#index.close();
  }

  /** A file that can be read; a damaged one is replaced by what can be saved of it. */
  #usable(key: RoomKey, path: string): RoomFile {
    try {
      return this.#checked(key, path);
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== "corrupt") throw error;
      this.#index.noteStored(key); // from here on a missing file is an interrupted recovery
      this.#noteQuarantine(quarantine({ path, subject: subjectOf(key), reason: error.message, now: Date.now() }), key);
      this.#suspects.delete(path);
      return this.#checked(key, path);
    }
  }

  #checked(key: RoomKey, path: string): RoomFile {
    const file = this.#take(key, path);
    try {
      // A file that cannot be used is found now, not in the middle of a hook.
      const [problem] = file.read((db) => (this.#suspects.has(path) ? problemsOf(db, ROOM_FORMAT) : [])) ?? [];
      if (problem !== undefined) throw new StorageError("corrupt", problem);
      this.#suspects.delete(path);
      return file;
    } catch (error) {
      this.#files.delete(path);
      file.close();
      throw error;
    }
  }

  #take(key: RoomKey, path: string): RoomFile {
    const used = this.#files.get(path);
    if (used !== undefined) {
      used.users += 1;
      return used.file;
    }
    const { onStep } = this.#options;
    const file = new RoomFile({
      path,
      subject: subjectOf(key),
      isKnown: this.#index.isStored(key),
      pool: this.#pool,
      disk: this.#disk,
      onStep,
      onCreate: () => this.#index.add(key),
      onStored: () => this.#index.noteStored(key),
      onSuspect: () => this.#suspects.add(path),
    });
    this.#files.set(path, { file, users: 1 });
    return file;
  }

  #letGo(path: string, file: RoomFile): void {
    const used = this.#files.get(path);
    if (used?.file !== file || --used.users > 0) return; // another one if it was put aside as damaged meanwhile
    this.#files.delete(path);
    used.file.close();
  }

  #noteQuarantine(report: QuarantineReport, key: RoomKey | undefined): void {
    this.#quarantined += 1;
    this.#options.onQuarantine?.(report, key);
  }
}

function storeOf(file: RoomFile, key: RoomKey, index: RoomIndex, onClosed: () => void): RoomStore {
  const log = new SqliteLog(file);
  const alarm = new SqliteAlarm(file, index, key);
  let isClosed = false;
  const rollback = (): void => {
    file.rollback();
    log.forget();
    alarm.forget();
  };
  return {
    values: new SqliteTable(file, "_cf_values"),
    bytes: new SqliteTable(file, "_cf_bytes"),
    log,
    sql: new SqliteSql(file),
    alarm,
    get damage() {
      return file.damage;
    },
    commit(): void {
      try {
        alarm.announce();
      } catch (error) {
        throw storageError(error, "note the alarm");
      }
      file.commit();
      alarm.settle();
    },
    savepoint(): Savepoint {
      const mark = file.savepoint(rollback);
      return {
        release: mark.release,
        rollback: () => {
          mark.rollback();
          log.forget();
        },
      };
    },
    rollback,
    close(): void {
      if (isClosed) return;
      isClosed = true;
      rollback();
      onClosed();
    },
  };
}
