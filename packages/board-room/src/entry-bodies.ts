// The stored form of entries, kept as long as the entry itself: what was read from a row or written to one goes into
// snapshots as it is. Points of a stroke are a view into it, so keeping it costs little.
import type { Entry } from "@inkroom/model";
import { decodeEntry, encodeEntry } from "@inkroom/protocol";

const BODIES = new WeakMap<Entry, Uint8Array>();

/** The entry of a row. */
export function entryOfRow(row: Uint8Array): Entry {
  const entry = decodeEntry(row);
  BODIES.set(entry, row);
  return entry;
}

/** The row of an entry; encoded once in the entry's life. Do not change the bytes. */
export function rowOfEntry(entry: Entry): Uint8Array {
  const known = BODIES.get(entry);
  if (known !== undefined) return known;
  const row = encodeEntry(entry);
  BODIES.set(entry, row);
  return row;
}
