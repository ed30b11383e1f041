// The one call of a Durable Object's SQLite that this host uses, and its errors in the words of the storage port.
import { StorageError } from "@inkroom/rooms/contract";

export type SqlValue = ArrayBuffer | string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** `ctx.storage.sql`. Statements run when they are called; a blob comes back as an ArrayBuffer. */
export interface Sql {
  exec(query: string, ...bindings: (SqlValue | Uint8Array)[]): Iterable<SqlRow>;
}

/** All rows of a statement. Throws StorageError `full` or `io`. */
export function rowsOf(sql: Sql, query: string, ...bindings: (SqlValue | Uint8Array)[]): SqlRow[] {
  try {
    return [...sql.exec(query, ...bindings)];
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new StorageError(/SQLITE_FULL/.test(detail) ? "full" : "io", `SQLite could not run a statement: ${detail}`, { cause });
  }
}

// Another type than the schema's can only come from a damaged file; the checksum of the row will not match.

/** A text column of a row. */
export function textOf(value: SqlValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A blob column of a row, in memory of its own. */
export function bytesOf(value: SqlValue | undefined): Uint8Array {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array();
}
