// A write-ahead log as bytes (https://sqlite.org/fileformat2.html#walformat). After an unclean end SQLite takes the frames up
// to the first whose checksum is wrong and says nothing of those behind it. Here that loss is noticed, and undone.
//
// Frames of a later transaction are written only after the one before it was synced. So a bad frame with the end of its
// transaction and then more frames behind it is no torn write: work that was acknowledged would be lost in silence.
import { existsSync, readFileSync } from "node:fs";
import { StorageError } from "@inkroom/rooms";

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** Low bit set: the checksum reads words as big-endian. */
const MAGIC = 0x377f0682;

type Sum = readonly [number, number];
type Wal = { readonly bytes: Buffer; readonly frameBytes: number; readonly frames: number; readonly isBigEndian: boolean };

/** Throws StorageError `corrupt` where SQLite would drop transactions of the log of `dbPath` that had been synced. */
export function assertWholeWal(dbPath: string): void {
  const wal = readWal(`${dbPath}-wal`);
  if (wal === undefined) return;
  const good = goodFrames(wal);
  if (good < wal.frames && losesSynced(wal, good))
    throw new StorageError("corrupt", `The write-ahead log is damaged at frame ${good + 1} of ${wal.frames}`);
}

/**
 * Joins the frames behind a damaged one to those before it, by computing the checksums anew. What the damaged frame says
 * of its page is then believed: whoever reads rows from it must verify them. Undefined where there is nothing to mend.
 */
export function mendedWal(walPath: string): Buffer | undefined {
  const wal = readWal(walPath);
  if (wal === undefined) return undefined;
  const good = goodFrames(wal);
  if (good >= wal.frames || !losesSynced(wal, good)) return undefined;
  const { bytes, isBigEndian } = wal;
  const salts = saltsOf(wal);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint32(0, isBigEndian ? MAGIC + 1 : MAGIC);
  view.setUint32(4, 3_007_000);
  view.setUint32(8, wal.frameBytes - FRAME_HEADER_BYTES);
  salts.copy(bytes, 16);
  let sum = sumOf(bytes.subarray(0, 24), isBigEndian, [0, 0]);
  view.setUint32(24, sum[0]);
  view.setUint32(28, sum[1]);
  let end = good;
  for (let i = good; i < wal.frames; i++) if (isOfLog(wal, i, salts)) end = i + 1;
  for (let i = 0; i < end; i++) {
    const at = HEADER_BYTES + i * wal.frameBytes;
    salts.copy(bytes, at + 8);
    sum = frameSum(wal, i, sum);
    view.setUint32(at + 16, sum[0]);
    view.setUint32(at + 20, sum[1]);
  }
  return bytes.subarray(0, HEADER_BYTES + end * wal.frameBytes);
}

/** Undefined for a log without a whole frame. */
function readWal(path: string): Wal | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.length <= HEADER_BYTES + FRAME_HEADER_BYTES) return undefined;
  const pageBytes = pageBytesOf(bytes);
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  const frames = Math.floor((bytes.length - HEADER_BYTES) / frameBytes);
  return { bytes, frameBytes, frames, isBigEndian: (bytes[3] ?? 0) % 2 === 1 };
}

/** All files of this program have pages of 4 KiB; the header may be what is damaged. */
function pageBytesOf(bytes: Buffer): number {
  const stated = bytes.readUInt32BE(8);
  return stated >= 512 && stated <= 65_536 && (stated & (stated - 1)) === 0 && isHeaderGood(bytes) ? stated : 4096;
}

function isHeaderGood(bytes: Buffer): boolean {
  if ((bytes.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) return false;
  const sum = sumOf(bytes.subarray(0, 24), (bytes[3] ?? 0) % 2 === 1, [0, 0]);
  return sum[0] === bytes.readUInt32BE(24) && sum[1] === bytes.readUInt32BE(28);
}

/** How many frames SQLite would take. */
function goodFrames(wal: Wal): number {
  const { bytes } = wal;
  if (!isHeaderGood(bytes)) return 0;
  const salts = bytes.subarray(16, 24);
  let sum: Sum = [bytes.readUInt32BE(24), bytes.readUInt32BE(28)];
  for (let i = 0; i < wal.frames; i++) {
    const at = HEADER_BYTES + i * wal.frameBytes;
    if (!salts.equals(bytes.subarray(at + 8, at + 16))) return i;
    sum = frameSum(wal, i, sum);
    if (sum[0] !== bytes.readUInt32BE(at + 16) || sum[1] !== bytes.readUInt32BE(at + 20)) return i;
  }
  return wal.frames;
}

/** `good`: the first bad frame. */
function losesSynced(wal: Wal, good: number): boolean {
  const salts = saltsOf(wal);
  const behind = Array.from({ length: wal.frames - good }, (_, i) => good + i).filter((i) => isOfLog(wal, i, salts));
  const end = behind.findIndex((i) => wal.bytes.readUInt32BE(HEADER_BYTES + i * wal.frameBytes + 4) !== 0);
  return end >= 0 && end < behind.length - 1;
}

/** Frames left over from before the log was last begun anew have other salts. */
function isOfLog(wal: Wal, frame: number, salts: Buffer): boolean {
  const at = HEADER_BYTES + frame * wal.frameBytes + 8;
  return salts.equals(wal.bytes.subarray(at, at + 8));
}

/** The header's, or those of the first frames where the header is damaged. */
function saltsOf(wal: Wal): Buffer {
  const { bytes, frameBytes, frames } = wal;
  if (isHeaderGood(bytes)) return Buffer.from(bytes.subarray(16, 24));
  const first = frames > 1 ? HEADER_BYTES + frameBytes : HEADER_BYTES;
  return Buffer.from(bytes.subarray(first + 8, first + 16));
}

function frameSum({ bytes, frameBytes, isBigEndian }: Wal, frame: number, before: Sum): Sum {
  const at = HEADER_BYTES + frame * frameBytes;
  return sumOf(
    bytes.subarray(at + FRAME_HEADER_BYTES, at + frameBytes),
    isBigEndian,
    sumOf(bytes.subarray(at, at + 8), isBigEndian, before),
  );
}

function sumOf(bytes: Uint8Array, isBigEndian: boolean, [first, second]: Sum): Sum {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let a = first;
  let b = second;
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + view.getUint32(at, !isBigEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, !isBigEndian) + a) >>> 0;
  }
  return [a, b];
}
