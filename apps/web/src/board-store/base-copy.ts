// The copy of the board's base in the database, kept up with the replica by writing what was touched. All tabs of a board
// write the same copy: each looks first how far it is, so the one that is ahead writes and the others have nothing to do.
// A board that is written whole goes into large rows of many entries; what is touched later has rows of its own, which are
// read after them.
import { Board, type Entry, idOfEntry } from "@inkroom/model";
import { decodeEntries, encodeEntry, joinEntries, TARGET_PART_BYTES } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import type { BaseChange, Replica, StoredBase } from "@inkroom/sync";
import { type BaseRow, type Database, type EntryRows, queue, rowsOf, write, type WriteTransaction } from "./database.ts";
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
  for (const body of bodies) for (const entry of decodeEntries(body)) copy.put(entry);
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
  readonly idle: Idle;
  readonly onTrouble: (trouble: StoreTrouble) => void;
};

/** PORT: resolves when the page has nothing better to do; the result says for how long that lasts. */
export type Idle = () => Promise<() => boolean>;

/** The board as it is at a moment, as rows to be written. */
type Whole = Pick<BaseRow, "epoch" | "seq" | "tip"> & { readonly rows: readonly Uint8Array[]; readonly count: number };

/** Entries encoded before the page is asked whether there is time for more. */
const SLICE_ENTRIES = 16;
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
  #isHurried = false;
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

  /** Writes what is missing in the copy a little later. */
  flushSoon(): void {
    this.#cancel ??= this.#options.setTimer(GATHER_MS, () => void this.#flush());
  }

  /** Writes what is missing in the copy, and waits for nothing: the page may be about to go. The result is how many entries that were. */
  flush(): Promise<number> {
    this.#isHurried = true;
    return this.#flush();
  }

  async #flush(): Promise<number> {
    this.#cancel?.();
    this.#cancel = undefined;
    await this.#writing;
    this.#writing = this.#write().catch((error: unknown) => {
      this.#options.onTrouble(troubleOf(error));
      return 0;
    });
    const rows = await this.#writing;
    this.#writing = undefined;
    this.#isHurried = false;
    return rows;
  }

  /** No more is noted or written by itself. */
  dispose(): void {
    this.#stopListening();
    this.#cancel?.();
  }

  #note({ touched }: BaseChange): void {
    const { replica } = this.#options;
    this.seenNow();
    if (touched === "all") {
      this.#touched.clear();
      this.#since = replica.seq;
    } else for (const id of touched) this.#touched.set(id, replica.seq);
    this.flushSoon();
  }

  async #write(): Promise<number> {
    const { database, board } = this.#options;
    const whole = await this.#encodeWhole();
    let written = 0;
    await write(database, ["bases", "entries"], async (transaction) => {
      const stored = await transaction.objectStore("bases").get(board);
      written = await this.#bringUp(transaction, stored, whole);
    });
    return written;
  }

  /** A transaction of the database does not wait for a page to be idle: what takes long is done before it begins. */
  async #encodeWhole(): Promise<Whole | undefined> {
    const { database, board, replica } = this.#options;
    const stored = await database.get("bases", board);
    const { epoch, seq, tip } = replica;
    if (epoch === undefined || !this.#isWholeDue(stored)) return undefined;
    const entries = [...replica.base.entries()];
    this.#forgetTouched(seq);
    const idle: Idle = () => (this.#isHurried ? Promise.resolve(() => true) : this.#options.idle());
    return { epoch, seq, tip, rows: await encodeRows(entries, idle), count: entries.length };
  }

  #isWholeDue(stored: BaseRow | undefined): boolean {
    const { epoch, seq } = this.#options.replica;
    return stored === undefined || stored.epoch !== epoch || (stored.seq < this.#since && stored.seq < seq);
  }

  /** Writes what the copy lacks: `whole`, or what was touched since. The result is how many entries that are. */
  async #bringUp(transaction: WriteTransaction, stored: BaseRow | undefined, whole: Whole | undefined): Promise<number> {
    const { board, replica } = this.#options;
    const { epoch, seq, tip } = whole ?? replica;
    if (epoch === undefined) return 0;
    const behind = stored?.epoch === epoch ? stored : undefined;
    // Another tab is ahead; what it wrote is what this one would.
    if (behind !== undefined && behind.seq > seq) return 0;
    const entries = transaction.objectStore("entries");
    if (whole === undefined && (behind === undefined || this.#isWholeDue(stored))) {
      // Another tab has put something else there since it was looked at.
      this.flushSoon();
      return 0;
    }
    const missing = whole === undefined ? this.#touchedAfter(behind?.seq ?? seq) : [];
    if (whole === undefined) this.#forgetTouched(seq);
    const knownTip = tip ?? (behind?.seq === seq ? behind.tip : undefined);
    const row = { epoch, seq, tip: knownTip, at: this.#at };
    if (whole !== undefined) await this.#putWhole(entries, whole.rows);
    else for (const entry of missing) queue(entries.put(encodeEntry(entry), [board, idOfEntry(entry)]));
    queue(transaction.objectStore("bases").put(row, board));
    return whole?.count ?? missing.length;
  }

  /** In place of all rows there are. The page gets its turn after each row but the last. */
  async #putWhole(table: EntryRows, rows: readonly Uint8Array[]): Promise<void> {
    const { board } = this.#options;
    queue(table.delete(rowsOf(board)));
    for (const [number, row] of rows.entries()) {
      // In place of a shape's id: no id has this sign, and it comes before all that ids have.
      const putting = table.put(row, [board, `#${number}`]);
      if (number + 1 < rows.length) await putting;
      else queue(putting);
    }
  }

  /** What was touched until then is about to be written. Should that fail, the copy is behind `#since` and is written whole the next time. */
  #forgetTouched(seq: number): void {
    this.#since = seq;
    for (const [id, at] of this.#touched) if (at <= seq) this.#touched.delete(id);
  }

  #touchedAfter(seq: number): readonly Entry[] {
    return [...this.#touched].flatMap(([id, at]) => (at > seq ? (this.#options.replica.base.record(id) ?? []) : []));
  }
}

/** Entries as rows of many, encoded little by little. */
async function encodeRows(entries: readonly Entry[], idle: Idle): Promise<readonly Uint8Array[]> {
  const rows: Uint8Array[] = [];
  let [bodies, bytes]: [Uint8Array[], number] = [[], 0];
  let hasTime = (): boolean => false;
  for (const [at, entry] of entries.entries()) {
    if (at % SLICE_ENTRIES === SLICE_ENTRIES - 1 && !hasTime()) hasTime = await idle();
    const body = encodeEntry(entry);
    if (bytes > 0 && bytes + body.length > TARGET_PART_BYTES) {
      rows.push(joinEntries(bodies));
      [bodies, bytes] = [[], 0];
    }
    bodies.push(body);
    bytes += body.length;
  }
  return bodies.length > 0 ? [...rows, joinEntries(bodies)] : rows;
}
