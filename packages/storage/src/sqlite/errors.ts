// What SQLite answered, in the words of the storage port.
import { StorageError } from "@inkroom/rooms";
import type { StorageErrorCode } from "@inkroom/rooms";

// Primary result codes: https://sqlite.org/rescode.html
const CODES: Readonly<Record<number, StorageErrorCode>> = {
  5: "locked", // BUSY
  6: "locked", // LOCKED
  11: "corrupt", // CORRUPT
  13: "full", // FULL
  26: "corrupt", // NOTADB
};
const CONSTRAINT = 19;

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
