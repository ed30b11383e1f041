// A room and its clients in miniature, for the tests of undo: the room orders transactions, clients run ahead of it.
// History here is the least that follows the order of use described in invert.ts.
import type { ShapeId } from "@inkroom/shapes";
import { applyTxn } from "../apply.ts";
import { Board } from "../board.ts";
import { checkTxn } from "../check-op.ts";
import type { LiveEntry } from "../entry.ts";
import { Graveyard, lifeAhead } from "../graveyard.ts";
import { applicable, invertTxn, mergeRestorations, restorationOps, retag } from "../invert.ts";
import type { Op } from "../ops/op.ts";
import type { Restoration } from "../restoration.ts";
import { boardFromEntries } from "../snapshot.ts";
import { type ClientId, tagOf } from "../tag.ts";
import type { Txn } from "../txn.ts";

type Step = readonly Restoration[];

export class TestRoom {
  readonly board = new Board();
  readonly log: Txn[] = [];
  /** Watchers: what the first returns is handed to the second. */
  beforeApply: (txn: Txn) => unknown = () => undefined;
  afterApply: (txn: Txn, before: unknown) => void = () => undefined;

  take(txn: Txn): void {
    const before = this.beforeApply(txn);
    this.log.push(txn);
    applyTxn(this.board, txn);
    this.afterApply(txn, before);
  }
}

export class UndoClient {
  readonly #room: TestRoom;
  readonly #client: ClientId;
  #seen = 0;
  #base = new Board();
  readonly #graves = new Graveyard();
  #pending: Txn[] = [];
  #n = 0;
  #undo: Step[] = [];
  #redo: Step[] = [];
  view = new Board();

  constructor(room: TestRoom, client: ClientId) {
    this.#room = room;
    this.#client = client;
  }

  get client(): ClientId {
    return this.#client;
  }

  get nextN(): number {
    return this.#n + 1;
  }

  get pending(): readonly Txn[] {
    return this.#pending;
  }

  /** One gesture: each list of ops is a transaction, all of them one step. A commit that the room would refuse is left out. */
  edit(...commits: readonly (readonly Op[])[]): void {
    this.gesture((commit) => {
      for (const ops of commits) commit(ops);
    });
  }

  /** As edit, for commits that depend on what the ones before have done. */
  gesture(perform: (commit: (ops: readonly Op[]) => void) => void): void {
    let step: Step = [];
    perform((ops) => {
      const tag = tagOf(this.#client, this.#n + 1);
      if (checkTxn(this.view, { client: this.#client, n: this.#n + 1, ops }) !== undefined) return;
      step = mergeRestorations(step, invertTxn(this.view, ops, tag));
      this.#commit(ops);
    });
    if (step.length > 0) this.#undo.push(step);
    this.#redo = [];
  }

  /** Takes the last step back. False where there was none, or none of it was left to take back. */
  undo(): boolean {
    const inverse = this.#perform(this.#undo.pop());
    if (inverse !== undefined) this.#redo.push(inverse);
    return inverse !== undefined;
  }

  redo(): boolean {
    const inverse = this.#perform(this.#redo.pop());
    if (inverse !== undefined) this.#undo.push(inverse);
    return inverse !== undefined;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get undoDepth(): number {
    return this.#undo.length;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  #perform(step: Step = []): Step | undefined {
    const performed = applicable(this.view, step, (id) => this.#lifeOf(id));
    const ops = restorationOps(performed);
    if (ops.length === 0) return undefined;
    const tag = tagOf(this.#client, this.#n + 1);
    const inverse = invertTxn(this.view, ops, tag, performed);
    this.#commit(ops);
    this.#undo = this.#undo.map((item) => retag(item, performed, tag));
    this.#redo = this.#redo.map((item) => retag(item, performed, tag));
    return inverse;
  }

  #lifeOf(id: ShapeId): LiveEntry | undefined {
    return lifeAhead(this.#base, this.#graves, this.#pending, id);
  }

  #commit(ops: readonly Op[]): void {
    this.#n += 1;
    const txn = { client: this.#client, n: this.#n, ops };
    this.#pending.push(txn);
    applyTxn(this.view, txn);
  }

  /** The room takes the oldest transaction it has not seen. Returns it. */
  send(): Txn | undefined {
    const txn = this.#pending.find((pending) => !this.#room.log.includes(pending));
    if (txn === undefined) return undefined;
    this.#room.take(txn);
    return txn;
  }

  /** Hears everything the room has ordered. */
  receive(): void {
    for (; this.#seen < this.#room.log.length; this.#seen += 1) {
      const txn = this.#room.log[this.#seen];
      if (txn === undefined) continue;
      applyTxn(this.#base, txn, this.#graves);
      if (txn === this.#pending[0]) this.#pending.shift();
    }
    this.view = boardFromEntries(this.#base.entries());
    for (const txn of this.#pending) applyTxn(this.view, txn);
  }
}
