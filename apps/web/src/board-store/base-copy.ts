// The copy of the board's base in the database, kept up with the replica by writing what was touched. All tabs of a board
// write the same copy: each looks first how far it is, so the one that is ahead writes and the others have nothing to do.
import { Board, type Entry, idOfEntry } from "@inkroom/model";
import { decodeEntry, encodeEntry } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import type { BaseChange, Replica, StoredBase } from "@inkroom/sync";
import { type BaseRow, type Database, queue, rowsOf, write, type WriteTransaction } from "./database.ts";
import { type StoreTrouble, troubleOf } from "./store-trouble.ts";

/** The board as stored; undefined where there is none. Throws BodyError where an entry cannot be read. */
export async function readBase(database: Database, board: string): Promise<(StoredBase & { readonly at: number }) | undefined> {
  const transaction = database.transaction(["bases", "entries"]);
  const [row, bodies] = await Promise.all([
    transaction.objectStore("bases").get(board),
    transaction.objectStore("entries").getAll(rowsOf(board)),
  ]);
  if (row === undefined) return undefined;
  const copy = new Board();
  for (const body of bodies) copy.put(decodeEntry(body));
  return { board: copy, epoch: row.epoch, seq: row.seq, tip: row.tip, at: row.at };
}

export type BaseCopyOptions = {
  readonly database: Database;
  readonly board: string;
  readonly replica: Pick<Replica, "base" | "seq" | "epoch" | "tip" | "onBase">;
  /** The seq of the copy that the replica began with; undefined where it began with none. */
  readonly from: number | undefined;
  readonly now: () => number;
  readonly setTimer: (delayMs: number, fn: () => void) => () => void;
  readonly onTrouble: (trouble: StoreTrouble) => void;
};

/** Time in which changes are gathered before they are written, ms. What is lost with the page is fetched from the room again. */
const GATHER_MS = 500;

export class BaseCopy {
  readonly #options: BaseCopyOptions;
  /** The seq at which an entry was last written; complete for those after `#since`. */
  readonly #touched = new Map<ShapeId, number>();
  #since: number;
  #at: number;
  #cancel: (() => void) | undefined;
  #writing: Promise<number> | undefined;
  readonly #stopListening: () => void;

  constructor(options: BaseCopyOptions) {
    this.#options = options;
    this.#since = options.from ?? Number.POSITIVE_INFINITY;
    this.#at = options.now();
    this.#stopListening = options.replica.onBase((change) => this.#note(change));
  }

  /** The board is the newest at this moment, also if nothing has changed. */
  seenNow(): void {
    this.#at = this.#options.now();
  }

  /** Writes what is missing in the copy. The result is how many entry rows that took. */
  async flush(): Promise<number> {
    this.#cancel?.();
    this.#cancel = undefined;
    await this.#writing;
    this.#writing = this.#write().catch((error: unknown) => {
      this.#options.onTrouble(troubleOf(error));
      return 0;
    });
    const rows = await this.#writing;
    this.#writing = undefined;
    return rows;
  }

  /** No more is noted or written by itself. */
  dispose(): void {
    this.#stopListening();
    this.#cancel?.();
  }

  #note({ touched }: BaseChange): void {
    const { replica, setTimer } = this.#options;
    this.seenNow();
    if (touched === "all") {
      this.#touched.clear();
      this.#since = replica.seq;
    } else for (const id of touched) this.#touched.set(id, replica.seq);
    this.#cancel ??= setTimer(GATHER_MS, () => void this.flush());
  }

  async #write(): Promise<number> {
    const { database, board } = this.#options;
    let written = 0;
    await write(database, ["bases", "entries"], async (transaction) => {
      const stored = await transaction.objectStore("bases").get(board);
      written = this.#bringUp(transaction, stored);
    });
    return written;
  }

  /** Writes what the copy lacks, in one go: the replica does not move meanwhile. The result is how many entry rows that took. */
  #bringUp(transaction: WriteTransaction, stored: BaseRow | undefined): number {
    const { board, replica } = this.#options;
    const { base, epoch, seq, tip } = replica;
    if (epoch === undefined) return 0;
    const behind = stored?.epoch === epoch ? stored : undefined;
    // Another tab is ahead; what it wrote is what this one would.
    if (behind !== undefined && behind.seq > seq) return 0;
    const entries = transaction.objectStore("entries");
    const isWhole = behind === undefined || (behind.seq < this.#since && behind.seq < seq);
    if (isWhole) queue(entries.delete(rowsOf(board)));
    const missing = isWhole ? [...base.entries()] : this.#touchedAfter(behind.seq);
    for (const entry of missing) queue(entries.put(encodeEntry(entry), [board, idOfEntry(entry)]));
    const knownTip = tip ?? (behind?.seq === seq ? behind.tip : undefined);
    queue(transaction.objectStore("bases").put({ epoch, seq, tip: knownTip, at: this.#at }, board));
    // Should this transaction fail, the copy is behind `#since`, and the next one writes the whole.
    this.#since = seq;
    for (const [id, at] of this.#touched) if (at <= seq) this.#touched.delete(id);
    return missing.length;
  }

  #touchedAfter(seq: number): readonly Entry[] {
    return [...this.#touched].flatMap(([id, at]) => (at > seq ? (this.#options.replica.base.record(id) ?? []) : []));
  }
}
