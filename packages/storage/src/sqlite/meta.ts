// What a file says about itself: rows of its table `meta`.
import { textChecksum, verifyText } from "./checksum.ts";
import type { Database } from "./database.ts";

/**
 * subject: what the file holds, so that a file under another's name is noticed. schema: its version once more, under a
 * checksum. floor: entries of the log up to this seq are gone. damage: why a recovered room may only be read, as JSON.
 * pid: who had the index last.
 */
export type MetaKey = "subject" | "schema" | "floor" | "damage" | "pid";

/** Throws StorageError `corrupt`. */
export function readMeta(db: Database, key: MetaKey): string | undefined {
  const row = db.once("SELECT v, crc FROM _cf_meta WHERE k = ?").get(key);
  if (row === undefined) return undefined;
  const value = row["v"] as string;
  verifyText(row["crc"], [key, value], `the file's own ${key}`);
  return value;
}

export function writeMeta(db: Database, key: MetaKey, value: string): void {
  db.sql("INSERT OR REPLACE INTO _cf_meta (k, v, crc) VALUES (?, ?, ?)").run(key, value, textChecksum(key, value));
}

export function deleteMeta(db: Database, key: MetaKey): void {
  db.sql("DELETE FROM _cf_meta WHERE k = ?").run(key);
}

/** Entries of the log up to this seq are gone; 0 where it is whole. */
export function logFloor(db: Database): number {
  return Number(readMeta(db, "floor") ?? 0);
}
