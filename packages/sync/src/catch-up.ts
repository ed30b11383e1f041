// From welcome to live: which transactions or parts are still missing. Parts are put together aside, on top of nothing or
// of what the replica holds; it gets the whole, with the transactions behind it, once that is as new as the room was at
// welcome. A line that breaks half-way leaves the base as it was. A replica with nothing to show is shown the parts as
// they come, whatever their order.
import { applyTxn, Board, boardFromEntries, idOfEntry, type Tag, tagOfTxn } from "@inkroom/model";
import type { OpsMessage, SnapMessage, WelcomeMessage } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import { isRun, type Replica } from "./replica.ts";

type Incoming = {
  readonly board: Board;
  /** Where the board began as the replica's: the entries that are others now. */
  readonly touched: Set<ShapeId> | undefined;
  /** True where the replica shows what has come. */
  readonly isShown: boolean;
  /** Numbers of the parts that have come. */
  readonly known: Set<number>;
  /** How many there are; infinite before the first one. */
  parts: number;
  seq: number;
  /** Tag of the transaction at seq, where it came by. */
  tip: Tag | undefined;
};

export class CatchUp {
  readonly #replica: Replica;
  readonly #welcome: WelcomeMessage;
  readonly #incoming: Incoming | undefined;

  /** `since`: what the hello asked for. A tail from 0 is a snapshot without parts where the replica holds something else. */
  constructor(replica: Replica, welcome: WelcomeMessage, since: number) {
    this.#replica = replica;
    this.#welcome = welcome;
    const { mode } = welcome;
    const from = { known: new Set<number>(), parts: mode === "tail" ? 0 : Number.POSITIVE_INFINITY, tip: undefined };
    if (mode === "changes") {
      const board = boardFromEntries(replica.base.entries());
      this.#incoming = { ...from, board, touched: new Set(), isShown: false, seq: since };
    } else if (mode === "snapshot" || since !== replica.seq || replica.isPartial)
      // Where a part of an earlier board is seen, that stays until this one is whole.
      this.#incoming = { ...from, board: new Board(), touched: undefined, isShown: replica.seq === 0 && !replica.isPartial, seq: 0 };
  }

  /** True once nothing is missing; the replica is then up to date with the welcome. */
  finish(): boolean {
    const { epoch, head, lastN } = this.#welcome;
    if (this.#incoming === undefined) {
      if (this.#replica.seq < head) return false;
      this.#replica.settle(epoch, lastN);
      return true;
    }
    const { board, touched, seq, tip } = this.#incoming;
    if (!hasAllParts(this.#incoming) || seq < head) return false;
    this.#replica.reset(board, { epoch, seq, tip, lastN }, touched);
    return true;
  }

  /** True once all parts have come that the room has put first, for what this person sees. */
  get hasView(): boolean {
    return this.#incoming !== undefined && this.#incoming.known.size >= (this.#welcome.first ?? Number.POSITIVE_INFINITY);
  }

  /** False for a part that has come before, or is of another board than those before it. */
  addPart({ upto, part, parts, entries }: SnapMessage): boolean {
    const incoming = this.#incoming;
    if (incoming === undefined || part > parts || incoming.known.has(part)) return false;
    if (incoming.known.size > 0 && (upto !== incoming.seq || parts !== incoming.parts)) return false;
    const written = new Set<ShapeId>();
    for (const entry of entries) {
      incoming.board.put(entry);
      written.add(idOfEntry(entry));
    }
    incoming.seq = upto;
    incoming.parts = parts;
    incoming.known.add(part);
    this.#note(incoming, written);
    return true;
  }

  /** False where the list does not continue what there is. */
  addOps({ list }: OpsMessage): boolean {
    const incoming = this.#incoming;
    if (incoming === undefined) return this.#replica.applyOps(list);
    if (!hasAllParts(incoming) || !isRun(list, incoming.seq)) return false;
    const written = new Set<ShapeId>();
    for (const txn of list) {
      for (const id of applyTxn(incoming.board, txn)) written.add(id);
      incoming.tip = tagOfTxn(txn);
    }
    incoming.seq += list.length;
    this.#note(incoming, written);
    return true;
  }

  #note({ board, touched, isShown }: Incoming, written: ReadonlySet<ShapeId>): void {
    if (touched !== undefined) for (const id of written) touched.add(id);
    if (isShown) this.#replica.show(board, written);
  }
}

function hasAllParts({ known, parts }: Incoming): boolean {
  return known.size >= parts;
}
