// The board: every entry by shape id, living or deleted. Mutable and local; what it holds is immutable and shared.
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { BoardView } from "./board-store.ts";
import { type Entry, type LiveEntry, idOfEntry } from "./entry.ts";

/** What an op reads while it is applied: the entry of an id, tombstones included. */
export type EntryReader = { record(id: ShapeId): Entry | undefined };
/** What an op needs to take effect. Implemented by Board and by BoardOverlay. */
export type EntryTable = EntryReader & { put(entry: Entry): void };

export class Board implements BoardView, EntryTable {
  readonly #entries = new Map<ShapeId, Entry>();
  #living = 0;

  /** Number of living shapes. */
  get size(): number {
    return this.#living;
  }

  /** Number of entries, tombstones included. */
  get entryCount(): number {
    return this.#entries.size;
  }

  get(id: ShapeId): Shape | undefined {
    return this.entry(id)?.shape;
  }

  entry(id: ShapeId): LiveEntry | undefined {
    const entry = this.#entries.get(id);
    return entry?.state === "live" ? entry : undefined;
  }

  record(id: ShapeId): Entry | undefined {
    return this.#entries.get(id);
  }

  put(entry: Entry): void {
    const id = idOfEntry(entry);
    this.#living += livingCount(entry) - livingCount(this.#entries.get(id));
    this.#entries.set(id, entry);
  }

  /** Takes an entry out as if the id had never existed. For loading and for rolling pending work back; never an edit. */
  forget(id: ShapeId): void {
    this.#living -= livingCount(this.#entries.get(id));
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
    this.#living = 0;
  }

  *shapes(): Iterable<Shape> {
    for (const entry of this.#entries.values()) if (entry.state === "live") yield entry.shape;
  }

  entries(): Iterable<Entry> {
    return this.#entries.values();
  }
}

function livingCount(entry: Entry | undefined): number {
  return entry?.state === "live" ? 1 : 0;
}
