// The index file of a data directory: which rooms there are, when each wants its alarm, and whether its file must exist.
// Holding it open locks the directory against other processes; the lock goes with the process, however it ends.
import { join } from "node:path";
import { StorageError } from "@inkroom/rooms";
import type { RoomKey } from "@inkroom/rooms";
import { textChecksum, verifyText } from "./checksum.ts";
import { Database } from "./database.ts";
import { storageError } from "./errors.ts";
import { INDEX_FORMAT } from "./file-format.ts";
import { writeMeta } from "./meta.ts";
import type { StorageStep } from "./steps.ts";

type Row = { readonly alarm: number | null; readonly stored: number; readonly crc: number };
export type IndexedRoom = { readonly key: RoomKey; readonly alarmMs: number | undefined; readonly isStored: boolean };

export const INDEX_FILE = "rooms.db";

export class RoomIndex {
  readonly #db: Database;

  /** Throws StorageError: `locked` if another process has the directory, `corrupt` if a row is not as it was written. */
  constructor(dataDir: string, onStep?: (step: StorageStep) => void) {
    const path = join(dataDir, INDEX_FILE);
    this.#db = new Database(path, { format: INDEX_FORMAT, subject: "index of rooms", isOurs: false, onStep });
    try {
      // The first write takes the lock for good, and shows that the disk can be written.
      writeMeta(this.#db, "pid", String(process.pid));
      this.rooms();
    } catch (error) {
      this.#db.close();
      throw storageError(error, "lock the data directory");
    }
  }

  add(key: RoomKey): void {
    if (this.#row(key) === undefined) this.#put(key, { alarm: null, stored: 0 });
  }

  /** Something of the room is on disk from now on. */
  noteStored(key: RoomKey): void {
    this.#put(key, { alarm: this.#row(key)?.alarm ?? null, stored: 1 });
  }

  isStored(key: RoomKey): boolean {
    return this.#row(key)?.stored === 1;
  }

  setAlarm(key: RoomKey, atMs: number | undefined): void {
    const row = this.#row(key);
    if (row !== undefined && row.alarm !== (atMs ?? null)) this.#put(key, { alarm: atMs ?? null, stored: row.stored });
  }

  /** All rooms, each row verified. Throws StorageError `corrupt`. */
  rooms(): IndexedRoom[] {
    const rows = this.#db.sql("SELECT party, name, alarm_ms AS alarm, stored, crc FROM rooms ORDER BY party, name").all();
    return rows.map((row) => {
      const { party, name, ...rest } = row as unknown as RoomKey & Row; // reason: the columns that were asked for
      const { alarm, stored } = verified({ party, name }, rest);
      return { key: { party, name }, alarmMs: alarm ?? undefined, isStored: stored === 1 };
    });
  }

  *alarms(): Generator<{ key: RoomKey; atMs: number }> {
    const due = this.rooms().filter((room) => room.alarmMs !== undefined);
    const sorted = due.map(({ key, alarmMs }) => ({ key, atMs: alarmMs as number })).toSorted((a, b) => a.atMs - b.atMs);
    for (const alarm of sorted) yield alarm;
  }

  count(): number {
    return this.#db.sums.of("rooms").rows;
  }

  /** As `Database.copyTo`. */
  copyTo(path: string): Promise<void> {
    return this.#db.copyTo(path);
  }

  close(): void {
    this.#db.close();
  }

  #row(key: RoomKey): Row | undefined {
    const sql = "SELECT alarm_ms AS alarm, stored, crc FROM rooms WHERE party = ? AND name = ?";
    const row = this.#db.sql(sql).get(key.party, key.name) as Row | undefined;
    return row && verified(key, row);
  }

  #put(key: RoomKey, { alarm, stored }: Omit<Row, "crc">): void {
    const { party, name } = key;
    this.#db.transaction(() => {
      const before = this.#row(key)?.crc;
      const crc = textChecksum(party, name, alarm, stored);
      const sql = "INSERT OR REPLACE INTO rooms (party, name, alarm_ms, stored, crc) VALUES (?, ?, ?, ?, ?)";
      this.#db.sql(sql).run(party, name, alarm, stored, crc);
      this.#db.sums.replace("rooms", before, crc);
    });
  }
}

function verified({ party, name }: RoomKey, row: Row): Row {
  verifyText(row.crc, [party, name, row.alarm, row.stored], `the index entry of room ${party}/${name}`);
  if (party === "" || name === "") throw new StorageError("corrupt", "A room of the index has no name");
  return row;
}
