// CRC-32 of a row: what names it, then its content.
import { crc32 } from "node:zlib";
import { StorageError } from "@inkroom/rooms";

export function checksum(identity: string, content: Uint8Array): number {
  return crc32(content, crc32(`${identity}|`));
}

/** Sum of a row that is text and numbers only, in the order of its columns. */
export function textChecksum(...columns: readonly (string | number | null)[]): number {
  return crc32(columns.map((column) => String(column ?? "")).join("|"));
}

/** Throws StorageError `corrupt` unless the stored sum is that of the row. */
export function verify(stored: unknown, identity: string, content: Uint8Array, what: string): void {
  if (stored !== checksum(identity, content)) throw damaged(what);
}

/** As `verify`, for rows of `textChecksum`. */
export function verifyText(stored: unknown, columns: readonly (string | number | null)[], what: string): void {
  if (stored !== textChecksum(...columns)) throw damaged(what);
}

function damaged(what: string): StorageError {
  return new StorageError("corrupt", `The checksum of ${what} does not match its content`);
}
