// A room's alarm. The room's file is the truth; the index names, at any moment a process may die, a time that is not
// later than the true one, so that no alarm is missed: at worst a room is woken for nothing.
import type { AlarmRow, RoomKey } from "@inkroom/rooms";
import { textChecksum, verifyText } from "./checksum.ts";
import type { RoomFile } from "./room-file.ts";
import type { RoomIndex } from "./room-index.ts";

type Row = AlarmRow & { readonly crc: number };

export class SqliteAlarm {
  readonly #file: RoomFile;
  readonly #index: RoomIndex;
  readonly #key: RoomKey;
  /** The alarm as it was before the first change of the transaction. */
  #before: { readonly atMs: number | undefined } | undefined;

  constructor(file: RoomFile, index: RoomIndex, key: RoomKey) {
    this.#file = file;
    this.#index = index;
    this.#key = key;
  }

  get(): AlarmRow | undefined {
    return this.#file.read((db) => {
      const row = db.sql("SELECT at_ms AS atMs, attempt, crc FROM _cf_alarm").get() as Row | undefined;
      if (row === undefined) return undefined;
      verifyText(row.crc, [row.atMs, row.attempt], "the alarm");
      return { atMs: row.atMs, attempt: row.attempt };
    });
  }

  set(row: AlarmRow | undefined): void {
    const before = this.get();
    if (row === undefined && before === undefined) return;
    this.#before ??= { atMs: before?.atMs };
    this.#file.write((db) => {
      if (row === undefined) db.sql("DELETE FROM _cf_alarm").run();
      else
        db.sql("INSERT OR REPLACE INTO _cf_alarm (id, at_ms, attempt, crc) VALUES (1, ?, ?, ?)").run(
          row.atMs,
          row.attempt,
          textChecksum(row.atMs, row.attempt),
        );
      db.sums.recount("_cf_alarm");
    });
  }

  /** Before the room commits. Throws what SQLite throws. */
  announce(): void {
    const next = this.get()?.atMs;
    if (this.#before === undefined || next === undefined) return;
    this.#index.setAlarm(this.#key, Math.min(next, this.#before.atMs ?? Infinity));
  }

  /** After the room has committed. */
  settle(): void {
    if (this.#before === undefined) return;
    this.#before = undefined;
    try {
      this.#index.setAlarm(this.#key, this.get()?.atMs);
    } catch {
      // The index keeps the earlier time: the room is woken once in vain, which is allowed.
    }
  }

  forget(): void {
    this.#before = undefined;
  }
}
