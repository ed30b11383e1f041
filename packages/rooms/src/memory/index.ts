// Rooms kept in memory: for tests, and for rooms that need no disk. What was committed outlives the room's instance,
// not the driver. It lives here and not in packages/storage because the runtime's own tests need a driver.
import type { RoomKey, RoomStore, Savepoint, StorageDriver } from "../ports.ts";
import { StorageError } from "../room-storage.ts";
import type { AlarmRow } from "../room-storage.ts";
import { MemoryLog } from "./memory-log.ts";
import { MemoryTable } from "./memory-table.ts";

class MemoryRoom {
  readonly key: RoomKey;
  readonly undo: (() => void)[] = [];
  readonly values = new MemoryTable(this.undo);
  readonly bytes = new MemoryTable(this.undo);
  readonly log = new MemoryLog(this.undo);
  alarm: AlarmRow | undefined;
  isOpen = false;
  wasCommitted = false;

  constructor(key: RoomKey) {
    this.key = key;
  }

  setAlarm(row: AlarmRow | undefined): void {
    const before = this.alarm;
    this.undo.push(() => (this.alarm = before));
    this.alarm = row;
  }

  commit(): void {
    if (this.undo.length > 0) this.wasCommitted = true;
    this.undo.length = 0;
  }

  savepoint(): Savepoint {
    const mark = this.undo.length;
    return {
      release: () => {},
      rollback: () => {
        while (this.undo.length > mark) this.undo.pop()?.();
      },
    };
  }

  rollback(): void {
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
    alarm: { get: () => room.alarm, set: (row) => room.setAlarm(row) },
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

/** A driver whose rooms live as long as it does. */
export function createMemoryDriver(): StorageDriver {
  const rooms = new Map<string, MemoryRoom>();
  return {
    open(key): RoomStore {
      const id = `${key.party}/${key.name}`;
      const room = rooms.get(id) ?? new MemoryRoom(key);
      if (room.isOpen) throw new StorageError("locked", "This room is open already");
      rooms.set(id, room);
      return openRoom(room);
    },
    *alarms(): Generator<{ key: RoomKey; atMs: number }> {
      for (const { key, alarm } of rooms.values()) if (alarm !== undefined) yield { key, atMs: alarm.atMs };
    },
    count: () => [...rooms.values()].filter((room) => room.wasCommitted).length,
    close: () => rooms.forEach((room) => room.rollback()),
  };
}
