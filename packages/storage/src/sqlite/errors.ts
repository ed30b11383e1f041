// What SQLite answered, in the words of the storage port.
import { StorageError } from "@inkroom/rooms";
import type { StorageErrorCode } from "@inkroom/rooms";

// Primary result codes: https://sqlite.org/rescode.html
const CODES: Readonly<Record<number, StorageErrorCode>> = {
  1: "corrupt", // ERROR: all statements are this program's own, so a table is not what it should be
  5: "locked", // BUSY
  6: "locked", // LOCKED
  11: "corrupt", // CORRUPT
  13: "full", // FULL
  26: "corrupt", // NOTADB
};
const CONSTRAINT = 19;

/** Primary codes of what is wrong with a statement, not with the disk. */
const STATEMENT_CODES: Readonly<Record<number, string>> = {
  1: "SQLITE_ERROR",
  18: "SQLITE_TOOBIG",
  19: "SQLITE_CONSTRAINT",
  20: "SQLITE_MISMATCH",
  23: "SQLITE_AUTH",
  25: "SQLITE_RANGE",
};

const CONSTRAINTS: Readonly<Record<number, string>> = {
  275: "CHECK",
  787: "FOREIGNKEY",
  1299: "NOTNULL",
  1555: "PRIMARYKEY",
  1811: "TRIGGER",
  2067: "UNIQUE",
  2579: "ROWID",
  3091: "DATATYPE",
};

/** Primary result code of an error thrown by node:sqlite. */
function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof code === "number" ? code & 0xff : undefined;
}

export function isConstraint(error: unknown): boolean {
  return primaryCode(error) === CONSTRAINT;
}

/** Passes a StorageError through and wraps anything else. `doing` completes "SQLite could not ...". */
export function storageError(error: unknown, doing: string): StorageError {
  if (error instanceof StorageError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new StorageError(CODES[primaryCode(error) ?? -1] ?? "io", `SQLite could not ${doing}: ${detail}`, { cause: error });
}

/** The error of a room's own statement, worded as Durable Objects word it: the message of SQLite, then its code. */
export function sqlError(error: unknown): StorageError {
  const code = STATEMENT_CODES[primaryCode(error) ?? -1];
  if (error instanceof StorageError || code === undefined) return storageError(error, "run a statement of the room");
  const constraint = CONSTRAINTS[(error as { errcode: number }).errcode];
  const extended = constraint === undefined ? "" : ` (extended: SQLITE_CONSTRAINT_${constraint})`;
  return new StorageError("sql", `${(error as Error).message}: ${code}${extended}`, { cause: error });
}
