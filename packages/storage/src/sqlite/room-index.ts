// The index file of a data directory: which rooms there are and when each wants its alarm. Holding it open locks the
// directory against other processes; the lock goes with the process, however it ends.
import { join } from "node:path";
import type { RoomKey } from "@inkroom/rooms";
import { Database } from "./database.ts";
import { storageError } from "./errors.ts";
import { INDEX_SCHEMA } from "./schema.ts";

export class RoomIndex {
  readonly #db: Database;

  /** Throws StorageError: `locked` if another process has the directory. */
  constructor(dataDir: string) {
    this.#db = new Database(join(dataDir, "rooms.db"), INDEX_SCHEMA, "index of rooms");
    try {
      // The first write takes the lock for good, and shows that the disk can be written.
      this.#db.sql("INSERT INTO _cf_meta (k, v) VALUES ('pid', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v").run(String(process.pid));
    } catch (error) {
      this.#db.close();
      throw storageError(error, "lock the data directory");
    }
  }

  add({ party, name }: RoomKey): void {
    this.#db.sql("INSERT INTO rooms (party, name) VALUES (?, ?) ON CONFLICT DO NOTHING").run(party, name);
  }

  setAlarm({ party, name }: RoomKey, atMs: number | undefined): void {
    this.#db.sql("UPDATE rooms SET alarm_ms = ? WHERE party = ? AND name = ?").run(atMs ?? null, party, name);
  }

  *alarms(): Generator<{ key: RoomKey; atMs: number }> {
    const sql = "SELECT party, name, alarm_ms AS atMs FROM rooms WHERE alarm_ms IS NOT NULL ORDER BY alarm_ms";
    const rows = this.#db.sql(sql).all() as { party: string; name: string; atMs: number }[];
    for (const { party, name, atMs } of rows) yield { key: { party, name }, atMs };
  }

  count(): number {
    return this.#db.sql("SELECT count(*) AS rooms FROM rooms").get()?.["rooms"] as number;
  }

  close(): void {
    this.#db.close();
  }
}
