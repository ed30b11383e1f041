// Rooms kept in memory: for tests, and for rooms that need no disk. What was committed outlives the room's instance,
// not the driver. It lives here and not in packages/storage because the runtime's own tests need a driver. SQL needs a
// database, which only a host can bring: packages/storage gives this driver one.
import type { RoomKey, RoomStore, Savepoint, SqlStore, StorageDriver } from "../ports.ts";
import { textOfKey } from "../room-id.ts";
import { StorageError } from "../room-storage.ts";
import type { AlarmRow } from "../room-storage.ts";
import { MemoryLog } from "./memory-log.ts";
import { MemoryTable } from "./memory-table.ts";

/** A database in memory, which commits and goes back together with the rest of its room. */
export interface MemorySql extends SqlStore {
  commit(): void;
  rollback(): void;
  savepoint(): Savepoint;
}

function withoutSql(): MemorySql {
  const refuse = (): never => {
    throw new StorageError("sql", "This driver has no SQL");
  };
  return {
    exec: refuse,
    sizeBytes: () => 0,
    clear: () => {},
    commit: () => {},
    rollback: () => {},
    savepoint: () => ({ release: () => {}, rollback: () => {} }),
  };
}

class MemoryRoom {
  readonly key: RoomKey;
  readonly sql: MemorySql;
  readonly undo: (() => void)[] = [];
  readonly values = new MemoryTable(this.undo);
  readonly bytes = new MemoryTable(this.undo);
  readonly log = new MemoryLog(this.undo);
  alarm: AlarmRow | undefined;
  isOpen = false;
  wasCommitted = false;

  constructor(key: RoomKey, sql: MemorySql) {
    this.key = key;
    this.sql = sql;
  }

  setAlarm(row: AlarmRow | undefined): void {
    const before = this.alarm;
    this.undo.push(() => (this.alarm = before));
    this.alarm = row;
  }

  commit(): void {
    this.sql.commit();
    if (this.undo.length > 0 || this.sql.sizeBytes() > 0) this.wasCommitted = true;
    this.undo.length = 0;
  }

  savepoint(): Savepoint {
    const mark = this.undo.length;
    const sqlMark = this.sql.savepoint();
    return {
      release: () => sqlMark.release(),
      rollback: () => {
        sqlMark.rollback();
        while (this.undo.length > mark) this.undo.pop()?.();
      },
    };
  }

  rollback(): void {
    this.sql.rollback();
    for (let undo = this.undo.pop(); undo !== undefined; undo = this.undo.pop()) undo();
  }
}

function openRoom(room: MemoryRoom): RoomStore {
  room.isOpen = true;
  let isClosed = false;
  return {
    values: room.values,
    bytes: room.bytes,
    log: room.log,
    sql: room.sql,
    alarm: { get: () => room.alarm, set: (row) => room.setAlarm(row) },
    damage: undefined,
    savepoint: () => room.savepoint(),
    commit: () => room.commit(),
    rollback: () => room.rollback(),
    close(): void {
      if (isClosed) return;
      isClosed = true;
      room.rollback();
      room.isOpen = false;
    },
  };
}

/** A driver whose rooms live as long as it does. `createSql` makes the database of one room; without it `sql` throws. */
export function createMemoryDriver(createSql: () => MemorySql = withoutSql): StorageDriver {
  const rooms = new Map<string, MemoryRoom>();
  return {
    open(key): RoomStore {
      const id = textOfKey(key);
      const room = rooms.get(id) ?? new MemoryRoom(key, createSql());
      if (room.isOpen) throw new StorageError("locked", "This room is open already");
      rooms.set(id, room);
      return openRoom(room);
    },
    *alarms(): Generator<{ key: RoomKey; atMs: number }> {
      for (const { key, alarm } of rooms.values()) if (alarm !== undefined) yield { key, atMs: alarm.atMs };
    },
    count: () => [...rooms.values()].filter((room) => room.wasCommitted).length,
    health: () => ({ quarantined: 0, isFull: false }),
    close: () => rooms.forEach((room) => room.rollback()),
  };
}
