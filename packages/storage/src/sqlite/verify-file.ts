// Everything that a file says, checked: the pages by SQLite, each row by its checksum, each table by its sum, the log for
// holes. Reads the whole file.
import { verify, verifyText } from "./checksum.ts";
import type { Database } from "./database.ts";
import type { FileFormat } from "./file-format.ts";
import { logFloor } from "./meta.ts";
import { headOf, verifyLogRow } from "./sqlite-log.ts";
import type { LogRow } from "./sqlite-log.ts";

type Row = Readonly<Record<string, unknown>>;

/** Sentences for people; empty where all is as it was written. Never throws. */
export function problemsOf(db: Database, format: FileFormat): string[] {
  const problems: string[] = [];
  const attempt = (check: () => void): void => {
    try {
      check();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  };
  attempt(() => {
    for (const row of db.sql("PRAGMA integrity_check(20)").all()) {
      const answer = String(row["integrity_check"]);
      if (answer !== "ok") problems.push(answer);
    }
  });
  for (const table of format.summed) {
    attempt(() => db.sums.check(table));
    attempt(() => {
      for (const row of db.sql(`SELECT * FROM ${table}`).iterate()) attempt(() => verifyRow(table, row));
    });
  }
  if (format.summed.includes("_cf_log")) attempt(() => checkLog(db, problems));
  return problems;
}

/** Throws StorageError `corrupt` unless the row is as it was written. */
export function verifyRow(table: string, row: Row): void {
  // reason: the columns of the tables in schema.ts, by their types there.
  const text = (...columns: string[]): (string | number | null)[] => columns.map((column) => row[column] as string | number | null);
  switch (table) {
    case "_cf_log":
      return verifyLogRow(row as unknown as LogRow);
    case "_cf_values":
    case "_cf_bytes":
      return verify(row["crc"], row["k"] as string, row["v"] as Uint8Array, `a row of ${table}`);
    case "_cf_refusals":
      return verifyText(row["crc"], text("client", "n", "code"), "a refusal");
    case "_cf_clients":
      return verifyText(row["crc"], text("client", "last_n"), "what is known of a client");
    case "_cf_alarm":
      return verifyText(row["crc"], text("at_ms", "attempt"), "the alarm");
    case "_cf_meta":
      return verifyText(row["crc"], text("k", "v"), "what the file says of itself");
    default:
      return verifyText(row["crc"], text("party", "name", "alarm_ms", "stored"), "an entry of the index");
  }
}

function checkLog(db: Database, problems: string[]): void {
  let seq = logFloor(db);
  for (const { seq: found } of db.sql("SELECT seq FROM _cf_log ORDER BY seq").iterate()) {
    if (found !== seq + 1) problems.push(`Entries ${seq + 1} to ${Number(found) - 1} of the log are missing`);
    seq = Number(found);
  }
  headOf(db);
}
