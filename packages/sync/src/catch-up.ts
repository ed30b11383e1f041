// From welcome to live: which transactions or parts are still missing. Parts are put together aside, on top of nothing or
// of what the replica holds; it gets the whole, with the transactions behind it, once that is as new as the room was at
// welcome. A line that breaks half-way leaves the replica as it was.
import { applyTxn, Board, boardFromEntries, idOfEntry, type Tag, tagOfTxn } from "@inkroom/model";
import type { OpsMessage, SnapMessage, WelcomeMessage } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import { isRun, type Replica } from "./replica.ts";

type Incoming = {
  readonly board: Board;
  /** Where the board began as the replica's: the entries that are others now. */
  readonly touched: Set<ShapeId> | undefined;
  nextPart: number;
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
    const from = { nextPart: 1, parts: mode === "tail" ? 0 : Number.POSITIVE_INFINITY, tip: undefined };
    if (mode === "changes") {
      const board = boardFromEntries(replica.base.entries());
      this.#incoming = { ...from, board, touched: new Set(), seq: since };
    } else if (mode === "snapshot" || since !== replica.seq) this.#incoming = { ...from, board: new Board(), touched: undefined, seq: 0 };
  }

  /** True once nothing is missing; the replica is then up to date with the welcome. */
  finish(): boolean {
    const { epoch, head, lastN } = this.#welcome;
    if (this.#incoming === undefined) {
      if (this.#replica.seq < head) return false;
      this.#replica.settle(epoch, lastN);
      return true;
    }
    const { board, touched, nextPart, parts, seq, tip } = this.#incoming;
    if (nextPart <= parts || seq < head) return false;
    this.#replica.reset(board, { epoch, seq, tip, lastN }, touched);
    return true;
  }

  /** False for a part that is not the next one. */
  addPart({ upto, part, parts, entries }: SnapMessage): boolean {
    const incoming = this.#incoming;
    if (incoming === undefined || part !== incoming.nextPart || part > parts || (part > 1 && upto !== incoming.seq)) return false;
    for (const entry of entries) {
      incoming.board.put(entry);
      incoming.touched?.add(idOfEntry(entry));
    }
    incoming.seq = upto;
    incoming.parts = parts;
    incoming.nextPart += 1;
    return true;
  }

  /** False where the list does not continue what there is. */
  addOps({ list }: OpsMessage): boolean {
    const incoming = this.#incoming;
    if (incoming === undefined) return this.#replica.applyOps(list);
    if (incoming.nextPart <= incoming.parts || !isRun(list, incoming.seq)) return false;
    for (const txn of list) {
      for (const id of applyTxn(incoming.board, txn)) incoming.touched?.add(id);
      incoming.tip = tagOfTxn(txn);
    }
    incoming.seq += list.length;
    return true;
  }
}
