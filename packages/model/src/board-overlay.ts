// A board with changes laid over it: writes stay in the overlay until they are taken over or thrown away.
// Used to check a whole transaction before any of it is real, and to look ahead when computing an inverse.
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { EntryReader, EntryTable } from "./board.ts";
import { type Entry, type LiveEntry, idOfEntry } from "./entry.ts";

/** A board to try changes on: reads what was put here, else what is in `base`, and never writes to that. */
export class BoardOverlay implements EntryTable {
  readonly #base: EntryReader;
  readonly #changed = new Map<ShapeId, Entry>();

  constructor(base: EntryReader) {
    this.#base = base;
  }

  get(id: ShapeId): Shape | undefined {
    return this.entry(id)?.shape;
  }

  entry(id: ShapeId): LiveEntry | undefined {
    const entry = this.record(id);
    return entry?.state === "live" ? entry : undefined;
  }

  record(id: ShapeId): Entry | undefined {
    return this.#changed.get(id) ?? this.#base.record(id);
  }

  put(entry: Entry): void {
    this.#changed.set(idOfEntry(entry), entry);
  }

  /** Entries that differ from the base, in order of their first change. */
  changed(): Iterable<Entry> {
    return this.#changed.values();
  }
}
