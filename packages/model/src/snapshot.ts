// A board as a list of entries, and back. Cutting the list into parts by size is the protocol's work.
import { Board } from "./board.ts";
import type { Entry } from "./entry.ts";

/** Every entry, tombstones included (without them a late `add` could bring a deleted shape back). No particular order. */
export function snapshotEntries(board: { entries(): Iterable<Entry> }): readonly Entry[] {
  return [...board.entries()];
}

/** A board holding exactly these entries. */
export function boardFromEntries(entries: Iterable<Entry>): Board {
  const board = new Board();
  for (const entry of entries) board.put(entry);
  return board;
}
