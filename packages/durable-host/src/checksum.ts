// CRC-32 of a row: what names it, then its content. The same sums as in the room files of packages/storage.
import { StorageError } from "@inkroom/rooms/contract";

const POLYNOMIAL = 0xedb8_8320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  return sum;
});
const UTF8 = new TextEncoder();

/** Goes on from `before`, the sum of what came earlier. */
function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] as number);
  return ~sum >>> 0;
}

export function checksum(identity: string, content: Uint8Array): number {
  return crc32(content, crc32(UTF8.encode(`${identity}|`)));
}

/** Throws StorageError `corrupt` unless the stored sum is that of the row. */
export function verify(stored: unknown, identity: string, content: Uint8Array, what: string): void {
  if (stored !== checksum(identity, content)) throw new StorageError("corrupt", `The checksum of ${what} does not match its content`);
}
