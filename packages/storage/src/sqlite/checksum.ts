// CRC-32 of a row: what names it, then its content.
import { crc32 } from "node:zlib";
import { StorageError } from "@inkroom/rooms";

export function checksum(identity: string, content: Uint8Array): number {
  return crc32(content, crc32(`${identity}|`));
}

/** Throws StorageError `corrupt` unless the stored sum is that of the row. */
export function verify(stored: unknown, identity: string, content: Uint8Array, what: string): void {
  if (stored !== checksum(identity, content)) throw new StorageError("corrupt", `The checksum of ${what} does not match its content`);
}
