// The stored form of entries, kept as long as the entry itself: what was read from a row or written to one goes into
// snapshots as it is. Points of a stroke are a view into it, so keeping it costs little.
// A row is ROW_VERSION, the seq of the entry's last write as an unsigned 64-bit number, and the body. Rows of before
// that are the body alone, which begins with another byte.
import type { Entry } from "@inkroom/model";
import { decodeEntry, encodeEntry } from "@inkroom/protocol";
import { hasText } from "@inkroom/shapes";

const BODIES = new WeakMap<Entry, Uint8Array>();
const ROW_VERSION = 0x80;
const HEAD_BYTES = 9;

/** The entry of a row, and the seq of its last write where the row has it. */
export function entryOfRow(row: Uint8Array): { readonly entry: Entry; readonly seq: number | undefined } {
  const isHeaded = row[0] === ROW_VERSION;
  const body = isHeaded ? row.subarray(HEAD_BYTES) : row;
  const entry = decodeEntry(body);
  BODIES.set(entry, body);
  return { entry, seq: isHeaded ? Number(headOf(row).getBigUint64(1)) : undefined };
}

/** The row of an entry that was last written at `seq`. */
export function rowOfEntry(entry: Entry, seq: number): Uint8Array {
  const body = bodyOfEntry(entry);
  const row = new Uint8Array(HEAD_BYTES + body.length);
  row[0] = ROW_VERSION;
  headOf(row).setBigUint64(1, BigInt(seq));
  row.set(body, HEAD_BYTES);
  return row;
}

/** The body of an entry; encoded once in the entry's life. Do not change the bytes. */
export function bodyOfEntry(entry: Entry): Uint8Array {
  const known = BODIES.get(entry);
  if (known !== undefined) return known;
  const body = encodeEntry(entry);
  BODIES.set(entry, body);
  return body;
}

/** Fields of a shape with their tags, without what varies a lot in size. */
const FIXED_BYTES = 160;

/** Encoded size of an entry, give or take where it was not encoded yet: most are only when their part is sent. */
export function roughBytes(entry: Entry): number {
  const known = BODIES.get(entry);
  if (known !== undefined) return known.length;
  if (entry.state === "dead") return 60;
  const { shape } = entry;
  if (shape.kind === "draw") return FIXED_BYTES + shape.points.length;
  const textBytes = hasText(shape) ? shape.text.length * 2 : 0;
  return FIXED_BYTES + textBytes + ("vertices" in shape ? shape.vertices.length * 9 : 0);
}

function headOf(row: Uint8Array): DataView {
  return new DataView(row.buffer, row.byteOffset, HEAD_BYTES);
}
