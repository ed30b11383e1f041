// Rooms as SQLite files, one each, in a directory that one process owns.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { StorageError } from "@inkroom/rooms";
import type { RoomKey, RoomStore, Savepoint, StorageDriver } from "@inkroom/rooms";
import { storageError } from "./errors.ts";
import { HandlePool } from "./handle-pool.ts";
import { RoomFile } from "./room-file.ts";
import { RoomIndex } from "./room-index.ts";
import { SqliteAlarm } from "./sqlite-alarm.ts";
import { SqliteLog } from "./sqlite-log.ts";
import { SqliteSql } from "./sqlite-sql.ts";
import { SqliteTable } from "./sqlite-table.ts";

export type SqliteDriverOptions = {
  /** Created if absent. */
  readonly dataDir: string;
  /** Room files open at a time, about 125 KiB each. Default 128. */
  readonly maxOpenFiles?: number;
};

/**
 * Opens a data directory. Throws StorageError: `locked` if a process has it, `io` if it cannot be written, `corrupt` or
 * `newer_schema` if its index cannot be used.
 */
export function openSqliteDriver({ dataDir, maxOpenFiles = 128 }: SqliteDriverOptions): StorageDriver {
  const index = new RoomIndex(dataDir);
  const pool = new HandlePool(maxOpenFiles);
  const open = new Map<string, RoomStore>();
  return {
    open(key): RoomStore {
      const path = roomPath(dataDir, key);
      if (open.has(path)) throw new StorageError("locked", "This room is open already");
      const store = openRoom(path, key, index, pool, () => open.delete(path));
      open.set(path, store);
      return store;
    },
    alarms: () => index.alarms(),
    count: () => index.count(),
    close(): void {
      for (const store of [...open.values()]) store.close();
      index.close();
    },
  };
}

/** Where a room is kept: by hash, so that no name can leave the directory, collide by case or be too long. */
export function roomPath(dataDir: string, { party, name }: RoomKey): string {
  const hash = createHash("sha256").update(`${party}/${name}`).digest("hex");
  return join(dataDir, "rooms", hash.slice(0, 2), hash.slice(2, 4), `${hash}.db`);
}

function openRoom(path: string, key: RoomKey, index: RoomIndex, pool: HandlePool, onClosed: () => void): RoomStore {
  const file = new RoomFile(path, `room ${key.party}/${key.name}`, pool, () => index.add(key));
  const log = new SqliteLog(file);
  const alarm = new SqliteAlarm(file, index, key);
  try {
    file.read(() => undefined); // a file that cannot be used is reported now, not in the middle of a hook
  } catch (error) {
    file.close();
    throw error;
  }
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
      rollback();
      file.close();
      onClosed();
    },
  };
}
