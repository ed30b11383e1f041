// One copy of the board: what the room has confirmed (base), the own transactions on their way (pending), and what the
// person sees (view = base + pending). Knows nothing of connections; the session drives it.
import {
  applyTxn,
  Board,
  type BoardChange,
  type BoardStore,
  type BoardView,
  type ClientId,
  type EntryReader,
  idOfEntry,
  type LoggedTxn,
  type Op,
  type Txn,
} from "@inkroom/model";
import { MAX_OPS_PER_PUSH, type NackCode } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import { Listeners } from "./listeners.ts";
import { MemoryOutbox } from "./memory-outbox.ts";
import { namesOf, Pending, type PendingTxn } from "./pending.ts";
import type { Outbox, OutboxContent } from "./ports.ts";
import { rebase } from "./rebase.ts";

/** A transaction that the room will never take. `code` is missing where the answer was lost with a connection. */
export type RefusedTxn = { readonly txn: Txn; readonly code: NackCode | undefined };

export type ReplicaOptions = {
  readonly client: ClientId;
  /** Default: in memory. */
  readonly outbox?: Outbox | undefined;
  /** What `outbox.load()` gave, for a replica that continues an earlier one. */
  readonly restored?: OutboxContent | undefined;
  /** Before the room has told the role. Default true: people draw before the line is up. */
  readonly canEdit?: boolean | undefined;
};

export type ReplicaView = BoardView & EntryReader & Pick<Board, "entries" | "entryCount">;

export function createReplica(options: ReplicaOptions): Replica {
  return new Replica(options);
}

export class Replica implements BoardStore {
  readonly client: ClientId;
  readonly #outbox: Outbox;
  #base = new Board();
  readonly #view = new Board();
  readonly #pending = new Pending();
  #nextN: number;
  #seq = 0;
  #epoch: string | undefined;
  #canEdit: boolean;
  readonly #changes = new Listeners<BoardChange>();
  readonly #sendable = new Listeners<void>();
  readonly #refused = new Listeners<RefusedTxn>();

  constructor({ client, outbox = new MemoryOutbox(), restored, canEdit = true }: ReplicaOptions) {
    this.client = client;
    this.#outbox = outbox;
    this.#canEdit = canEdit;
    this.#nextN = restored?.nextN ?? 1;
    for (const txn of restored?.txns ?? []) {
      this.#pending.push(txn, true);
      applyTxn(this.#view, txn);
    }
  }

  get view(): ReplicaView {
    return this.#view;
  }

  /** Entries as confirmed by the room at `seq`. */
  get base(): ReplicaView {
    return this.#base;
  }

  /** The last transaction of the room's order that is in the base. */
  get seq(): number {
    return this.#seq;
  }

  /** The history that the base belongs to; undefined before the first contact. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  get nextN(): number {
    return this.#nextN;
  }

  get canEdit(): boolean {
    return this.#canEdit;
  }

  get pending(): readonly PendingTxn[] {
    return this.#pending.items;
  }

  /** Own transactions that the room has not acknowledged. */
  get unsavedCount(): number {
    return this.#pending.unackedCount;
  }

  subscribe(listener: (change: BoardChange) => void): () => void {
    return this.#changes.add(listener);
  }

  /** Called when there may be something new to send. */
  onSendable(listener: () => void): () => void {
    return this.#sendable.add(listener);
  }

  /** Called for each own transaction that is dropped because the room does not take it. */
  onRefused(listener: (refused: RefusedTxn) => void): () => void {
    return this.#refused.add(listener);
  }

  /** Throws where nothing may be committed, and for no ops or more than MAX_OPS_PER_PUSH (a fault of the caller). */
  commit(ops: readonly Op[]): number {
    if (!this.#canEdit) throw new Error("this board cannot be edited");
    if (ops.length === 0 || ops.length > MAX_OPS_PER_PUSH) throw new RangeError(`a transaction has 1 to ${MAX_OPS_PER_PUSH} ops`);
    const txn: Txn = { client: this.client, n: this.#nextN, ops };
    this.#nextN += 1;
    const touched = applyTxn(this.#view, txn);
    const item = this.#pending.push(txn, false);
    this.#store(item, this.#outbox.append(txn));
    this.#emit(touched, "local");
    return txn.n;
  }

  setCanEdit(canEdit: boolean): void {
    this.#canEdit = canEdit;
  }

  /**
   * Applies transactions of the room's order. False where the first is not the one after `seq`, or the list has a hole:
   * then nothing was applied.
   */
  applyOps(list: readonly LoggedTxn[]): boolean {
    if (!isRun(list, this.#seq)) return false;
    const touched = new Set<ShapeId>();
    const settled: PendingTxn[] = [];
    for (const txn of list) {
      for (const id of applyTxn(this.#base, txn)) touched.add(id);
      this.#seq = txn.seq;
      // The room decides a client's transactions in order: those before this one can only have been refused.
      if (txn.client === this.client) settled.push(...this.#drop((item) => item.txn.n <= txn.n));
    }
    // What they did to the view need not be what they did to the base.
    for (const { txn } of settled) for (const id of namesOf(txn)) touched.add(id);
    this.#rebase(touched, "remote");
    const own = new Set(list.filter(({ client }) => client === this.client).map(({ n }) => n));
    for (const { txn } of settled) if (!own.has(txn.n)) this.#refused.call({ txn, code: undefined });
    return true;
  }

  /** The room has transaction n at `seq`, durably. Whether `ops` brought it before or will bring it does not matter. */
  ack(n: number, seq: number): void {
    const item = this.#pending.find(n);
    if (item === undefined) return;
    item.ackedSeq = seq;
    if (seq <= this.#seq) this.#forget((other) => other === item);
  }

  /** The room will never take transaction n: it is dropped and the view built without it. */
  refuse(n: number, code: NackCode): void {
    this.#forget(
      ({ txn }) => txn.n === n,
      (txn) => this.#refused.call({ txn, code }),
    );
  }

  /**
   * Puts another base in place of the old one: the room's board at `seq` with everything of this client up to `lastN`.
   * The view changes once; what is pending beyond lastN stays on top. The board belongs to the replica from now on.
   * `touched`: the entries by which it may differ from the old base; default: any.
   */
  reset(board: Board, at: { readonly epoch: string; readonly seq: number; readonly lastN: number }, touched?: Iterable<ShapeId>): void {
    const ids = new Set<ShapeId>(this.#pending.named());
    for (const id of touched ?? [...this.#base.entries(), ...board.entries()].map(idOfEntry)) ids.add(id);
    this.#base = board;
    this.#seq = at.seq;
    this.#epoch = at.epoch;
    this.#drop(({ txn }) => txn.n <= at.lastN);
    this.#emit(rebase(this.#base, this.#view, ids, this.#pending.txns()), touched === undefined ? "reset" : "remote");
  }

  /** The room is at the same history, the base is up to date with it, and it has decided everything up to `lastN`. */
  settle(epoch: string, lastN: number): void {
    this.#epoch = epoch;
    // Committed ones have come by in `ops`; what is left was refused, and the answer was lost.
    this.#forget(
      ({ txn }) => txn.n <= lastN,
      (txn) => this.#refused.call({ txn, code: undefined }),
    );
  }

  /**
   * The room has decided this client's transactions up to `lastN` and expects lastN + 1 next. What it had acknowledged
   * beyond that is lost there and will be sent again. If our numbers do not continue its own (it was restored from a
   * copy, or refused some without using their numbers up), the undecided ones get new numbers.
   */
  continueFrom(lastN: number): void {
    const undecided = this.#pending.items.filter(({ txn }) => txn.n > lastN);
    for (const item of undecided) item.ackedSeq = undefined;
    const isContinuous = undecided.every(({ txn }, i) => txn.n === lastN + 1 + i);
    const next = lastN + 1 + undecided.length;
    if (isContinuous && this.#nextN === next) return;
    this.#nextN = next;
    const named = new Set(this.#pending.named());
    const decided = this.#pending.items.filter(({ txn }) => txn.n <= lastN);
    this.#pending.take(() => true);
    for (const { txn } of decided) this.#pending.push(txn, true);
    const renumbered = undecided.map(({ txn }, i) => this.#pending.push({ ...txn, n: lastN + 1 + i }, false));
    const stored = this.#outbox.replace({ nextN: next, txns: [...this.#pending.txns()] });
    for (const item of renumbered) this.#store(item, stored);
    this.#emit(rebase(this.#base, this.#view, named, this.#pending.txns()), "remote");
  }

  /** Drops pending transactions and builds the view without them. */
  #forget(test: (item: PendingTxn) => boolean, report?: (txn: Txn) => void): void {
    const named = new Set(this.#pending.named());
    const dropped = this.#drop(test);
    if (dropped.length === 0) return;
    this.#emit(rebase(this.#base, this.#view, named, this.#pending.txns()), "remote");
    for (const { txn } of dropped) report?.(txn);
  }

  #drop(test: (item: PendingTxn) => boolean): readonly PendingTxn[] {
    const dropped = this.#pending.take(test);
    // An outbox that fails to forget gives back what the room will recognise as a repeat.
    for (const { txn } of dropped) this.#outbox.remove(txn.n)?.then(undefined, () => {});
    return dropped;
  }

  #rebase(touched: Set<ShapeId>, origin: BoardChange["origin"]): void {
    const isIndependent = this.#pending.isIndependentOf(touched);
    if (!isIndependent) for (const id of this.#pending.named()) touched.add(id);
    this.#emit(rebase(this.#base, this.#view, touched, isIndependent ? [] : this.#pending.txns()), origin);
  }

  #store(item: PendingTxn, stored: void | Promise<void>): void {
    const done = (): void => {
      item.isStored = true;
      this.#sendable.call();
    };
    if (stored === undefined) done();
    else stored.then(done, done);
  }

  #emit(touched: ReadonlySet<ShapeId>, origin: BoardChange["origin"]): void {
    if (touched.size > 0) this.#changes.call({ touched, origin });
  }
}

/** seq, seq + 1, ... from the one after `last`. */
export function isRun(list: readonly LoggedTxn[], last: number): boolean {
  return list.every(({ seq }, i) => seq === last + 1 + i);
}
