// The board as it is stored beside the log: one row per entry, rewritten only when touched, every few transactions and
// in the same storage transaction as the last of them. Waking reads the rows and replays the log behind them.
import { applyTxn, Board, BoardSum, idOfEntry } from "@inkroom/model";
import { decodeOps } from "@inkroom/protocol";
import { CHECKPOINT_KEY, type RoomBytes, type RoomStorage } from "@inkroom/rooms";
import type { ShapeId } from "@inkroom/shapes";
import { entryOfRow, rowOfEntry } from "./entry-bodies.ts";
import { LastWrites } from "./last-writes.ts";

const ENTRY_PREFIX = "e/";
/** Entry rows read at once. */
const ENTRY_ROWS = 1_000;
/** Log rows replayed at once. */
const REPLAY_ROWS = 500;

export type LoadedBoard = {
  readonly board: Board;
  /** Through which the board is written to. */
  readonly sum: BoardSum;
  readonly checkpoint: Checkpoint;
  readonly lastWrites: LastWrites;
  /** Transactions that had to be replayed. */
  readonly replayed: number;
};

/**
 * The board as stored, with a pause after every some rows. The storage must not be written to meanwhile. Throws StorageError
 * `corrupt` where the log is damaged.
 */
export function* loadingBoard(storage: Pick<RoomStorage, "bytes" | "log">, every: number): Generator<void, LoadedBoard> {
  const board = new Board();
  const lastWrites = new LastWrites();
  const { upto, hash } = lastCheckpoint(storage.bytes);
  for (let last = ENTRY_PREFIX; ;) {
    const rows = storage.bytes.list({ prefix: ENTRY_PREFIX, startAfter: last, limit: ENTRY_ROWS });
    for (const [key, row] of rows) {
      const { entry, seq = upto } = entryOfRow(row);
      board.put(entry);
      // A row that does not say when it was written was so by the checkpoint at the latest: whoever missed it gets it too.
      lastWrites.note([idOfEntry(entry)], seq);
      last = key;
    }
    if (rows.length < ENTRY_ROWS) break;
    yield;
  }
  const sum = new BoardSum(board, hash);
  const checkpoint = new Checkpoint(storage.bytes, sum, lastWrites, every);
  let replayed = 0;
  for (let next = upto + 1; ;) {
    const rows = storage.log.read(next, REPLAY_ROWS);
    for (const { seq, client, n, body } of rows) checkpoint.note(applyTxn(sum, { client, n, ops: decodeOps(body) }), seq);
    replayed += rows.length;
    next += rows.length;
    if (rows.length < REPLAY_ROWS) return { board, sum, checkpoint, lastWrites, replayed };
    yield;
  }
}

/** Seq up to which the entry rows are the board, and the board's hash then: "<decimal> <hash>". Once without the hash. */
function lastCheckpoint(bytes: RoomBytes): { readonly upto: number; readonly hash: string | undefined } {
  const [seq = "0", hash] = String.fromCharCode(...(bytes.get(CHECKPOINT_KEY) ?? [])).split(" ");
  return { upto: Number(seq), hash };
}

class Checkpoint {
  readonly #bytes: RoomBytes;
  readonly #sum: BoardSum;
  readonly #lastWrites: LastWrites;
  readonly #every: number;
  readonly #touched = new Set<ShapeId>();
  #transactions = 0;

  /** `lastWrites` hears of what is noted here. */
  constructor(bytes: RoomBytes, sum: BoardSum, lastWrites: LastWrites, every: number) {
    this.#bytes = bytes;
    this.#sum = sum;
    this.#lastWrites = lastWrites;
    this.#every = every;
  }

  /** The transaction at `seq` was applied and touched these entries. */
  note(touched: Iterable<ShapeId>, seq: number): void {
    this.#transactions += 1;
    this.#lastWrites.note(touched, seq);
    for (const id of touched) this.#touched.add(id);
  }

  /** Writes the touched entries if enough transactions were noted. `head`: seq of the last one. Rows written. */
  writeIfDue(head: number): number {
    if (this.#transactions < this.#every) return 0;
    for (const id of this.#touched) {
      const entry = this.#sum.record(id);
      if (entry !== undefined) this.#bytes.put(ENTRY_PREFIX + id, rowOfEntry(entry, this.#lastWrites.seqOf(id)));
    }
    this.#bytes.put(
      CHECKPOINT_KEY,
      Uint8Array.from(`${head} ${this.#sum.hash()}`, (char) => char.charCodeAt(0)),
    );
    const rows = this.#touched.size;
    this.#touched.clear();
    this.#transactions = 0;
    return rows;
  }
}
