// From welcome to live: which transactions or snapshot parts are still missing. A snapshot is put together aside; the
// replica gets it whole, with the transactions behind it, once it is as new as the room was at welcome.
import { applyTxn, Board } from "@inkroom/model";
import type { OpsMessage, SnapMessage, WelcomeMessage } from "@inkroom/protocol";
import { isRun, type Replica } from "./replica.ts";

type Incoming = { readonly board: Board; nextPart: number; parts: number; seq: number };

export class CatchUp {
  readonly #replica: Replica;
  readonly #welcome: WelcomeMessage;
  readonly #incoming: Incoming | undefined;

  /** `since`: what the hello asked for. A tail from 0 is a snapshot without parts where the replica holds something else. */
  constructor(replica: Replica, welcome: WelcomeMessage, since: number) {
    this.#replica = replica;
    this.#welcome = welcome;
    const parts = welcome.mode === "snapshot" ? Number.POSITIVE_INFINITY : 0;
    if (parts > 0 || since !== replica.seq) this.#incoming = { board: new Board(), nextPart: 1, parts, seq: 0 };
  }

  /** True once nothing is missing; the replica is then up to date with the welcome. */
  finish(): boolean {
    const { epoch, head, lastN } = this.#welcome;
    if (this.#incoming === undefined) {
      if (this.#replica.seq < head) return false;
      this.#replica.settle(epoch, lastN);
      return true;
    }
    const { board, nextPart, parts, seq } = this.#incoming;
    if (nextPart <= parts || seq < head) return false;
    this.#replica.reset(board, { epoch, seq, lastN });
    return true;
  }

  /** False for a part that is not the next one. */
  addPart({ upto, part, parts, entries }: SnapMessage): boolean {
    const incoming = this.#incoming;
    if (incoming === undefined || part !== incoming.nextPart || part > parts || (part > 1 && upto !== incoming.seq)) return false;
    for (const entry of entries) incoming.board.put(entry);
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
    for (const txn of list) applyTxn(incoming.board, txn);
    incoming.seq += list.length;
    return true;
  }
}
