// One copy of the board: what the room has confirmed (base), the own transactions on their way (pending), and what the
// person sees (view = base + pending). Knows nothing of connections; the session drives it.
import {
  applyTxn,
  Board,
  type BoardChange,
  BoardSum,
  type BoardStore,
  type BoardView,
  type ClientId,
  type EntryReader,
  Graveyard,
  idOfEntry,
  isSameList,
  lifeAhead,
  type LiveEntry,
  type LoggedTxn,
  type Op,
  type OwnGuard,
  type Tag,
  tagOfTxn,
  type Txn,
} from "@inkroom/model";
import { encodeOps, MAX_OPS_PER_PUSH, type NackCode } from "@inkroom/protocol";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { Held } from "./held.ts";
import { Listeners } from "./listeners.ts";
import { hasForeignDeletion, IN_HAND_MS, type LostEdit, lostEdits, seenShapes } from "./lost-edit.ts";
import { MemoryOutbox } from "./memory-outbox.ts";
import { namesOf, Pending, type PendingTxn } from "./pending.ts";
import type { Outbox, OutboxContent } from "./ports.ts";
import { rebase } from "./rebase.ts";
import { renumber } from "./renumber.ts";

/** A transaction that the room will never take. `code` is missing where the answer was lost with a connection. */
export type RefusedTxn = {
  readonly txn: Txn;
  readonly code: NackCode | undefined;
  /** What it was about, as this person saw it until then. */
  readonly shapes: readonly Shape[];
};

/** The board as the room had it at `seq`, kept from an earlier visit. */
export type StoredBase = {
  readonly board: Board;
  readonly epoch: string;
  readonly seq: number;
  /** Tag of the transaction at `seq`, where it is known. */
  readonly tip?: Tag | undefined;
};
/** `all` where another board was put in place. */
export type BaseChange = { readonly touched: ReadonlySet<ShapeId> | "all" };

export type ReplicaOptions = {
  readonly client: ClientId;
  /** Default: in memory. */
  readonly outbox?: Outbox | undefined;
  /** What the outbox holds, for a replica that continues an earlier one. */
  readonly restored?: OutboxContent | undefined;
  /** The board belongs to the replica from now on. */
  readonly base?: StoredBase | undefined;
  /** Before the room has told the role. Default true: people draw before the line is up. */
  readonly canEdit?: boolean | undefined;
};

export type ReplicaView = BoardView & EntryReader & Pick<Board, "entries" | "entryCount">;

/** A copy of a board: the stored `base` if one is given, else empty, with what is `restored` from the outbox on top. A session keeps it up to date. */
export function createReplica(options: ReplicaOptions): Replica {
  return new Replica(options);
}

export class Replica implements BoardStore {
  readonly client: ClientId;
  readonly #outbox: Outbox;
  #base = new Board();
  #sum = new BoardSum(this.#base);
  /** A first board of which parts are there: shown in place of the base, which is empty as long. */
  #incoming: Board | undefined;
  readonly #view = new Board();
  /** Follows the base. */
  readonly #graves = new Graveyard();
  readonly #pending = new Pending();
  #nextN: number;
  readonly #held = new Held();
  /** Decided by the room at a time when nobody heard the answer; it gives it again when asked. */
  readonly #unanswered = new Map<number, Txn>();
  /** Own transactions up to this n may be in the base from the start: another tab of the browser may have kept it. */
  readonly #unsureTo: number;
  #seq = 0;
  #epoch: string | undefined;
  #tip: Tag | undefined;
  /** The room's clock at the newest transaction that was seen. */
  #ts = 0;
  #canEdit: boolean;
  readonly #changes = new Listeners<BoardChange>();
  readonly #baseChanges = new Listeners<BaseChange>();
  readonly #lost = new Listeners<readonly LostEdit[]>();
  readonly #sendable = new Listeners<void>();
  readonly #refused = new Listeners<RefusedTxn>();
  readonly #renumbered = new Listeners<ReadonlyMap<Tag, Tag>>();

  constructor({ client, outbox = new MemoryOutbox(), restored, base, canEdit = true }: ReplicaOptions) {
    this.client = client;
    this.#outbox = outbox;
    this.#canEdit = canEdit;
    this.#unsureTo = base === undefined ? 0 : (restored?.txns.at(-1)?.n ?? 0);
    this.#nextN = restored?.nextN ?? 1;
    if (base !== undefined) {
      this.#base = base.board;
      this.#sum = new BoardSum(base.board);
      ({ seq: this.#seq, epoch: this.#epoch, tip: this.#tip } = base);
      for (const entry of base.board.entries()) this.#view.put(entry);
    }
    // What the stored base does not have yet is shown on top of it until it comes by.
    const ackedSeqs = new Map<number, number>();
    for (const txn of restored?.held ?? []) {
      if (base === undefined || txn.seq <= base.seq) this.#held.add(txn);
      else ackedSeqs.set(txn.n, txn.seq);
    }
    const ahead = (restored?.held ?? []).filter(({ n }) => ackedSeqs.has(n)).map(plain);
    for (const txn of [...ahead, ...(restored?.txns ?? [])].toSorted(byN)) this.#pending.push(txn, true).ackedSeq = ackedSeqs.get(txn.n);
    for (const txn of this.#pending.txns()) applyTxn(this.#view, txn);
  }

  get view(): ReplicaView {
    return this.#view;
  }

  /** Entries as confirmed by the room at `seq`. */
  get base(): ReplicaView {
    return this.#base;
  }

  /** True from `show` to the `reset` that follows it, be it on another connection. */
  get isPartial(): boolean {
    return this.#incoming !== undefined;
  }

  /** Of the base. */
  get sum(): Pick<BoardSum, "backlog" | "hash" | "workIn"> {
    return this.#sum;
  }

  /** The last transaction of the room's order that is in the base. */
  get seq(): number {
    return this.#seq;
  }

  /** The history that the base belongs to; undefined before the first contact. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  /** Tag of the transaction at `seq`, where it is known. */
  get tip(): Tag | undefined {
    return this.#tip;
  }

  /** Acknowledged transactions that are kept in case the room loses them. */
  get held(): readonly LoggedTxn[] {
    return this.#held.txns;
  }

  /** Own transactions that are decided and whose answer never came. Sending them again brings it. */
  get unanswered(): Iterable<Txn> {
    return this.#unanswered.values();
  }

  get nextN(): number {
    return this.#nextN;
  }

  get canEdit(): boolean {
    return this.#canEdit;
  }

  /** Set by whoever knows that the link lets one add only. */
  guard: OwnGuard | undefined;

  get pending(): readonly PendingTxn[] {
    return this.#pending.items;
  }

  /** Own transactions that the room has not acknowledged. */
  get unsavedCount(): number {
    return this.#pending.unackedCount;
  }

  /** Shapes with own changes that the room has not acknowledged: what a person counts, who knows nothing of transactions. */
  get unsavedShapes(): number {
    return this.#pending.unackedCount === 0 ? 0 : this.#pending.namedCount;
  }

  subscribe(listener: (change: BoardChange) => void): () => void {
    return this.#changes.add(listener);
  }

  /** Called when there may be something new to send. */
  onSendable(listener: () => void): () => void {
    return this.#sendable.add(listener);
  }

  /** Called after each change of base, seq or epoch. */
  onBase(listener: (change: BaseChange) => void): () => void {
    return this.#baseChanges.add(listener);
  }

  /** Called with what somebody else has deleted while own changes to it were pending, or so soon after them that it was still in the hand. */
  onLost(listener: (lost: readonly LostEdit[]) => void): () => void {
    return this.#lost.add(listener);
  }

  /** Called for each own transaction that is dropped because the room does not take it. */
  onRefused(listener: (refused: RefusedTxn) => void): () => void {
    return this.#refused.add(listener);
  }

  onRenumbered(listener: (tags: ReadonlyMap<Tag, Tag>) => void): () => void {
    return this.#renumbered.add(listener);
  }

  lastLife(id: ShapeId): LiveEntry | undefined {
    return lifeAhead(this.#ground, this.#graves, this.#pending.txns(), id);
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
    const own: LoggedTxn[] = [];
    const inHand = hasForeignDeletion(list, this.client) ? this.#seenInHand(list.at(-1)?.ts ?? 0) : NOTHING;
    for (const txn of list) {
      for (const id of applyTxn(this.#sum, txn, this.#graves)) touched.add(id);
      this.#seq = txn.seq;
      this.#tip = tagOfTxn(txn);
      this.#ts = txn.ts;
      if (txn.client === this.client) own.push(txn);
    }
    this.#baseChanges.call({ touched: new Set(touched) });
    const settled = this.#settleOwn(own);
    // What they did to the view need not be what they did to the base.
    for (const txn of settled.all) for (const id of namesOf(txn)) touched.add(id);
    this.#rebase(touched, "remote");
    this.#tellLost(inHand);
    for (const refused of settled.refused) this.#refused.call(refused);
    return true;
  }

  /** The room has transaction n at `seq`, durably. Whether `ops` brought it before or will bring it does not matter. */
  ack(n: number, seq: number): void {
    const asked = this.#unanswered.get(n);
    if (asked !== undefined) {
      this.#unanswered.delete(n);
      return this.#hold([{ ...asked, seq, ts: this.#ts }]);
    }
    const item = this.#pending.find(n);
    if (item === undefined) return;
    item.ackedSeq = seq;
    if (seq > this.#seq) return;
    const named = new Set(this.#pending.named());
    this.#confirm(this.#pending.take((other) => other === item));
    this.#emit(rebase(this.#ground, this.#view, named, this.#pending.txns()), "remote");
  }

  /** The room will never take transaction n: it is dropped and the view built without it. */
  refuse(n: number, code: NackCode): void {
    const asked = this.#unanswered.get(n);
    if (asked === undefined) return this.#refuse((item) => item.txn.n === n, code);
    this.#unanswered.delete(n);
    this.#release([n]);
    this.#refused.call({ txn: asked, code, shapes: [] });
  }

  /** Drops everything that is pending, as refused: there is no way to the room for it any more. */
  refuseAll(code: NackCode): void {
    this.#refuse(() => true, code);
  }

  /**
   * Shows the part of a first board that has come, with what is pending on top; the base stays empty until `reset`. For a
   * replica at seq 0 that is not partial, and for that same board again: `touched` are the entries that were written to it since.
   */
  show(board: Board, touched: ReadonlySet<ShapeId>): void {
    const inHand = seenShapes(this.#view, new Set(this.#pending.named()));
    this.#incoming = board;
    this.#rebase(new Set(touched), "part");
    this.#tellLost(inHand);
  }

  /**
   * Puts another base in place of the old one: the room's board at `seq` with everything of this client up to `lastN`.
   * The view changes once; what is pending beyond lastN stays on top. The board belongs to the replica from now on.
   * `touched`: the entries by which it may differ from the old base; default: any. A board that was shown, and is shown as it
   * is, changes the view no more than what is pending does.
   */
  reset(board: Board, at: Omit<StoredBase, "board"> & { readonly lastN: number }, touched?: ReadonlySet<ShapeId>): void {
    const ids = new Set<ShapeId>(this.#pending.named());
    const inHand = seenShapes(this.#view, ids);
    const isShown = board === this.#incoming;
    if (!isShown) for (const id of touched ?? [...this.#ground.entries(), ...board.entries()].map(idOfEntry)) ids.add(id);
    for (const id of ids) this.#buryIfGone(id, board);
    if (touched === undefined) this.#sum = new BoardSum(board);
    else this.#sum.moveTo(board, touched);
    this.#base = board;
    this.#incoming = undefined;
    ({ seq: this.#seq, epoch: this.#epoch, tip: this.#tip } = at);
    const decided = this.#pending.take(({ txn }) => txn.n <= at.lastN);
    for (const { txn } of decided) for (const op of txn.ops) if (op.op !== "del") this.#graves.follow(board, op, tagOfTxn(txn));
    this.#leaveOpen(decided);
    this.#baseChanges.call({ touched: touched ?? "all" });
    this.#emit(rebase(this.#ground, this.#view, ids, this.#pending.txns()), touched === undefined && !isShown ? "reset" : "remote");
    this.#tellLost(inHand);
  }

  /** The room is at the same history, the base is up to date with it, and it has decided everything up to `lastN`. */
  settle(epoch: string, lastN: number): void {
    if (this.#epoch !== epoch) {
      this.#epoch = epoch;
      this.#baseChanges.call({ touched: new Set() });
    }
    const named = new Set(this.#pending.named());
    const unsure = this.#pending.take(({ txn }) => txn.n <= Math.min(lastN, this.#unsureTo));
    if (unsure.length > 0) {
      this.#leaveOpen(unsure);
      this.#emit(rebase(this.#ground, this.#view, named, this.#pending.txns()), "remote");
    }
    // Committed ones have come by in `ops`; what is left was refused, and the answer was lost.
    this.#refuse(({ txn }) => txn.n <= lastN, undefined);
  }

  /** Decided, and the base does not tell how: those whose answer was not heard are asked for. */
  #leaveOpen(decided: readonly PendingTxn[]): void {
    this.#confirm(decided.filter(({ ackedSeq }) => ackedSeq !== undefined));
    for (const { txn, ackedSeq } of decided) if (ackedSeq === undefined) this.#unanswered.set(txn.n, txn);
  }

  /** True where the room, which knows this client up to `lastN`, lacks what the base has. */
  isAheadOf(lastN: number): boolean {
    return this.#held.hasAfter(lastN);
  }

  /**
   * The room has decided this client's transactions up to `lastN` and expects lastN + 1 next. What it had acknowledged
   * beyond that is lost there: it is pending again, before what has been pending since. If our numbers do not continue its
   * own (it lost more than we hold, or refused some without using their numbers up), the undecided ones get new numbers.
   * True where the room has lost something.
   */
  continueFrom(lastN: number): boolean {
    const lost = [...this.#held.takeAfter(lastN).map(plain), ...this.#takeUnanswered(lastN)].toSorted(byN);
    const undecided = this.#pending.items.filter(({ txn }) => txn.n > lastN);
    for (const item of undecided) item.ackedSeq = undefined;
    const before = [...lost, ...undecided.map(({ txn }) => txn)];
    const numbered = renumber(before, this.client, lastN + 1);
    const next = lastN + 1 + numbered.length;
    if (lost.length === 0 && this.#nextN === next && numbered.every((txn, i) => txn === before[i])) return false;
    this.#nextN = next;
    const named = new Set(this.#pending.named());
    const decided = this.#pending.items.filter(({ txn }) => txn.n <= lastN);
    this.#pending.take(() => true);
    for (const { txn, ackedSeq } of decided) this.#pending.push(txn, true).ackedSeq = ackedSeq;
    const renumbered = numbered.map((txn) => this.#pending.push(txn, false));
    const txns = [...this.#unanswered.values(), ...this.#pending.txns()];
    const stored = this.#outbox.replace({ nextN: next, txns, held: this.#held.txns });
    for (const item of renumbered) this.#store(item, stored);
    for (const id of this.#pending.named()) named.add(id);
    this.#renumbered.call(new Map(before.map((txn, i) => [tagOfTxn(txn), tagOfTxn(numbered[i] ?? txn)])));
    this.#emit(rebase(this.#ground, this.#view, named, this.#pending.txns()), "remote");
    return lost.length > 0;
  }

  #takeUnanswered(lastN: number): readonly Txn[] {
    const taken = [...this.#unanswered.values()].filter(({ n }) => n > lastN);
    for (const { n } of taken) this.#unanswered.delete(n);
    return taken;
  }

  /** The room decides a client's transactions in order: those before one that comes by have been refused, if the base lacks them. */
  #settleOwn(own: readonly LoggedTxn[]): { readonly all: readonly Txn[]; readonly refused: readonly RefusedTxn[] } {
    const last = own.at(-1);
    if (last === undefined) return { all: [], refused: [] };
    const logged = new Map(own.map((txn) => [txn.n, txn]));
    const decided = this.#pending.take(({ txn, ackedSeq }) => txn.n <= last.n && (logged.has(txn.n) || ackedSeq === undefined));
    const isTaken = ({ txn }: PendingTxn): boolean => {
      const ops = logged.get(txn.n)?.ops;
      return ops !== undefined && (ops === txn.ops || isSameList(encodeOps(ops), encodeOps(txn.ops)));
    };
    this.#hold(own.filter(({ n }) => decided.some((item) => item.txn.n === n && isTaken(item))));
    // The base may have been kept with it in it already.
    const unsure = new Set(decided.filter(({ txn }) => !logged.has(txn.n) && txn.n <= this.#unsureTo));
    this.#leaveOpen([...unsure]);
    const dropped = decided.filter((item) => !isTaken(item) && !unsure.has(item));
    this.#release(dropped.filter(({ txn }) => !logged.has(txn.n)).map(({ txn }) => txn.n));
    const refused = dropped.map(({ txn }): RefusedTxn => {
      return { txn, code: logged.has(txn.n) ? "seq_conflict" : undefined, shapes: this.#seenIn(txn) };
    });
    return { all: decided.map(({ txn }) => txn), refused };
  }

  /** Drops pending transactions and builds the view without them; those that were acknowledged are no refusals. */
  #refuse(test: (item: PendingTxn) => boolean, code: NackCode | undefined): void {
    const named = new Set(this.#pending.named());
    const taken = this.#pending.take(test);
    if (taken.length === 0) return;
    this.#confirm(taken.filter(({ ackedSeq }) => ackedSeq !== undefined));
    const refused = taken
      .filter(({ ackedSeq }) => ackedSeq === undefined)
      .map(({ txn }): RefusedTxn => ({ txn, code, shapes: this.#seenIn(txn) }));
    this.#release(refused.map(({ txn }) => txn.n));
    this.#emit(rebase(this.#ground, this.#view, named, this.#pending.txns()), "remote");
    for (const each of refused) this.#refused.call(each);
  }

  /** A shape that is dead in the board to come had its last life, as far as this replica knows, in the base. */
  #buryIfGone(id: ShapeId, board: Board): void {
    const entry = this.#base.entry(id);
    if (entry !== undefined && board.record(id)?.state === "dead") this.#graves.bury(entry);
  }

  /** What the view stands on. */
  get #ground(): Board {
    return this.#incoming ?? this.#base;
  }

  #seenIn(txn: Txn): readonly Shape[] {
    return [...namesOf(txn)].flatMap((id) => this.#view.get(id) ?? []);
  }

  /** The shapes that own work is about which is pending, or which the room took shortly before `ts`. */
  #seenInHand(ts: number): ReadonlyMap<ShapeId, Shape> {
    const ids = new Set<ShapeId>(this.#pending.named());
    for (const txn of this.#held.since(ts - IN_HAND_MS)) for (const id of namesOf(txn)) ids.add(id);
    return seenShapes(this.#view, ids);
  }

  #tellLost(inHand: ReadonlyMap<ShapeId, Shape>): void {
    const lost = lostEdits(inHand, this.#ground, this.#view, this.client);
    if (lost.length > 0) this.#lost.call(lost);
  }

  /** Acknowledged ones whose transaction did not come by. */
  #confirm(items: readonly PendingTxn[]): void {
    this.#hold(items.map(({ txn, ackedSeq = 0 }) => ({ ...txn, seq: ackedSeq, ts: this.#ts })));
  }

  #hold(txns: readonly LoggedTxn[]): void {
    if (txns.length === 0) return;
    // Storage that fails here gives back what the room will recognise as a repeat.
    ignoreFailure(this.#outbox.confirm(txns));
    this.#release(txns.flatMap((txn) => this.#held.add(txn)).map(({ n }) => n));
  }

  #release(ns: readonly number[]): void {
    if (ns.length > 0) ignoreFailure(this.#outbox.remove(ns));
  }

  #rebase(touched: Set<ShapeId>, origin: BoardChange["origin"]): void {
    const isIndependent = this.#pending.isIndependentOf(touched);
    if (!isIndependent) for (const id of this.#pending.named()) touched.add(id);
    this.#emit(rebase(this.#ground, this.#view, touched, isIndependent ? [] : this.#pending.txns()), origin);
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

const NOTHING: ReadonlyMap<ShapeId, Shape> = new Map();

/** seq, seq + 1, ... from the one after `last`. */
export function isRun(list: readonly LoggedTxn[], last: number): boolean {
  return list.every(({ seq }, i) => seq === last + 1 + i);
}

function byN(a: Txn, b: Txn): number {
  return a.n - b.n;
}

function plain({ client, n, ops }: Txn): Txn {
  return { client, n, ops };
}

function ignoreFailure(done: void | Promise<void>): void {
  done?.then(undefined, () => {});
}
