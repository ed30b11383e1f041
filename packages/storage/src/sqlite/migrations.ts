// Forward migrations, one step per version, each inside the one transaction that migrates a file. Bodies are never
// rewritten: they carry a version of their own. A row that does not verify stops the migration as `corrupt`.
import { StorageError } from "@inkroom/rooms";
import { textChecksum, verify } from "./checksum.ts";
import type { Database } from "./database.ts";
import { DECISION_TABLES, FILE_TABLES, INDEX_ROOMS } from "./schema.ts";
import { verifyLogRow } from "./sqlite-log.ts";
import type { LogRow } from "./sqlite-log.ts";

/** Names of version 1 had no prefix, so that authors could not have tables of the same name. */
export function migrateRoom1(db: Database): void {
  for (const table of ["meta", "room_values", "room_bytes", "log", "refusals", "clients", "alarm"])
    db.exec(`ALTER TABLE ${table} RENAME TO _cf_${table.replace("room_", "")}`);
}

export function migrateIndex1(db: Database): void {
  db.exec("ALTER TABLE meta RENAME TO _cf_meta");
}

/** Version 2 had checksums on log, values and bytes only, and no sums. */
export function migrateRoom2(db: Database): void {
  verifyBodies2(db);
  const old = ["_cf_meta", "_cf_refusals", "_cf_clients", "_cf_alarm"] as const;
  for (const table of old) db.exec(`ALTER TABLE ${table} RENAME TO ${table}_old`);
  db.exec(FILE_TABLES);
  db.exec(DECISION_TABLES);
  copyRows(db, "_cf_meta", ["k", "v"]);
  copyRows(db, "_cf_refusals", ["client", "n", "code"]);
  copyRows(db, "_cf_clients", ["client", "last_n"]);
  copyRows(db, "_cf_alarm", ["at_ms", "attempt"]);
  for (const table of old) db.exec(`DROP TABLE ${table}_old`);
}

/** Version 2 had no checksums, and no word on whether a room had ever been committed to. */
export function migrateIndex2(db: Database): void {
  db.exec("DROP INDEX rooms_by_alarm; ALTER TABLE _cf_meta RENAME TO _cf_meta_old; ALTER TABLE rooms RENAME TO rooms_old");
  db.exec(FILE_TABLES);
  db.exec(INDEX_ROOMS);
  copyRows(db, "_cf_meta", ["k", "v"]);
  const insert = db.sql("INSERT INTO rooms (party, name, alarm_ms, stored, crc) VALUES (?, ?, ?, 0, ?)");
  for (const row of db.sql("SELECT party, name, alarm_ms AS at FROM rooms_old").all()) {
    const { party, name, at } = row as { party: string; name: string; at: number | null };
    insert.run(party, name, at, textChecksum(party, name, at, 0));
  }
  db.exec("DROP TABLE _cf_meta_old; DROP TABLE rooms_old");
}

function copyRows(db: Database, table: string, columns: readonly string[]): void {
  const names = columns.join(", ");
  const fixed = table === "_cf_alarm" ? ["id, ", "1, "] : ["", ""];
  const insert = db.sql(`INSERT INTO ${table} (${fixed[0]}${names}, crc) VALUES (${fixed[1]}${columns.map(() => "?").join(", ")}, ?)`);
  for (const row of db.sql(`SELECT ${names} FROM ${table}_old`).all()) {
    const values = columns.map((column) => row[column] as string | number);
    insert.run(...values, textChecksum(...values));
  }
}

function verifyBodies2(db: Database): void {
  let seq = 0;
  for (const row of db.sql("SELECT seq, client, n, body, ts, crc FROM _cf_log ORDER BY seq").iterate()) {
    const entry = row as unknown as LogRow; // reason: the columns that were asked for
    if (entry.seq !== ++seq) throw new StorageError("corrupt", `Entry ${seq} of the log is missing`);
    verifyLogRow(entry);
  }
  for (const table of ["_cf_values", "_cf_bytes"] as const) {
    for (const { k, v, crc } of db.sql(`SELECT k, v, crc FROM ${table}`).iterate())
      verify(crc, k as string, v as Uint8Array, "a stored value");
  }
}
