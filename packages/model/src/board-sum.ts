// The hash of a board that is written to, without going over the whole each time: an entry that is written is noted with
// what it was, and worked in later, once, however often it was written meanwhile.
import type { ShapeId } from "@inkroom/shapes";
import type { Board, EntryTable } from "./board.ts";
import { type Entry, idOfEntry } from "./entry.ts";
import { addEntry, hashText, type Lanes, lanesOf, subtractEntry } from "./hash.ts";

/** Write to the board through this only. */
export class BoardSum implements EntryTable {
  #board: Board;
  readonly #sum: Lanes;
  /** What is not worked in: the entry as it is in the sum; undefined for none. */
  readonly #noted = new Map<ShapeId, Entry | undefined>();

  /** `known`: the hash of exactly this board. Without it every entry has to be worked in first. */
  constructor(board: Board, known?: string) {
    this.#board = board;
    const sum = known === undefined ? undefined : lanesOf(known);
    this.#sum = sum ?? { a: 0, b: 0 };
    if (sum === undefined) for (const entry of board.entries()) this.#noted.set(idOfEntry(entry), undefined);
  }

  /** Entries that the next `hash` has to work in. */
  get backlog(): number {
    return this.#noted.size;
  }

  record(id: ShapeId): Entry | undefined {
    return this.#board.record(id);
  }

  put(entry: Entry): void {
    this.#note(idOfEntry(entry));
    this.#board.put(entry);
  }

  /** Goes over to another board, which differs from this one by `touched` at most. */
  moveTo(board: Board, touched: Iterable<ShapeId>): void {
    for (const id of touched) this.#note(id);
    this.#board = board;
  }

  /** Works in up to `count` entries. */
  workIn(count: number): void {
    let left = count;
    for (const [id, before] of this.#noted) {
      if (left <= 0) return;
      left -= 1;
      this.#noted.delete(id);
      const now = this.#board.record(id);
      if (now === before) continue;
      if (before !== undefined) subtractEntry(this.#sum, before);
      if (now !== undefined) addEntry(this.#sum, now);
    }
  }

  /** What `hashBoard` gives for the board. O(bytes of the backlog). */
  hash(): string {
    this.workIn(this.#noted.size);
    return hashText(this.#board.entryCount, this.#sum);
  }

  #note(id: ShapeId): void {
    if (!this.#noted.has(id)) this.#noted.set(id, this.#board.record(id));
  }
}
