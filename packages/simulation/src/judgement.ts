// What must hold when a world has come to rest. Every check gives sentences about what is wrong; none means all is well.
import {
  applyTxn,
  Board,
  clientOf,
  type Entry,
  Graveyard,
  hashBoard,
  incoherences,
  isAllBy,
  isSameList,
  type LiveEntry,
  type LoggedTxn,
  makerOf,
  type Tag,
  tagOfProp,
  tagOfTxn,
} from "@inkroom/model";
import { decodeOps } from "@inkroom/protocol";
import type { RoomLog } from "@inkroom/rooms";
import type { ShapeId } from "@inkroom/shapes";
import type { Known, Records } from "./records.ts";
import { LetterJudge } from "./letter-judge.ts";
import type { SimClient } from "./sim-client.ts";

/** Reads the whole log, which must be contiguous. */
export function readLog(log: RoomLog): readonly LoggedTxn[] {
  return log.read(1, Number.MAX_SAFE_INTEGER).map(({ seq, client, n, body, ts }) => ({ seq, client, n, ops: decodeOps(body), ts }));
}

export function judgeLog(log: RoomLog, txns: readonly LoggedTxn[], records: Records): readonly string[] {
  const wrong: string[] = [];
  const at = new Map<Tag, number>();
  const last = new Map<string, number>();
  const entries = log.read(1, Number.MAX_SAFE_INTEGER);
  for (const [i, txn] of txns.entries()) {
    const tag = tagOfTxn(txn);
    if (txn.seq !== i + 1) wrong.push(`the log has seq ${txn.seq} at place ${i + 1}`);
    if (at.has(tag)) wrong.push(`${tag} is in the log at ${at.get(tag)} and at ${txn.seq}`);
    if (txn.n <= (last.get(txn.client) ?? 0)) wrong.push(`${tag} is in the log after a later one of its client`);
    const body = entries[i]?.body;
    const sent = records.committed.get(tag);
    if (sent === undefined || body === undefined || !isSameList(sent, body))
      wrong.push(`${tag} is in the log with ops that nobody has committed`);
    if (log.refusal(txn.client, txn.n) !== undefined) wrong.push(`${tag} is both in the log and refused`);
    at.set(tag, txn.seq);
    last.set(txn.client, txn.n);
  }
  for (const [tag, seq] of records.acked)
    if (at.get(tag) !== seq) wrong.push(`${tag} was acknowledged at ${seq} and is in the log at ${at.get(tag)}`);
  for (const tag of records.nacked.keys()) if (at.has(tag)) wrong.push(`${tag} was refused and is in the log`);
  return wrong;
}

/** Folds the log from nothing and looks at each step: does the board make sense, and who may change what. */
export function judgeSteps(txns: readonly LoggedTxn[], records: Records): { readonly board: Board; readonly wrong: readonly string[] } {
  const board = new Board();
  const graves = new Graveyard();
  const seqs = new Map(txns.map((txn) => [tagOfTxn(txn), txn.seq]));
  const wrong: string[] = [];
  const letters = new LetterJudge();
  for (const txn of txns) {
    const ids = new Set(txn.ops.flatMap((op) => ("ids" in op ? [...op.ids] : [("shape" in op ? op.shape : op).id])));
    const before = new Map([...ids].map((id): [ShapeId, Before] => [id, { entry: board.record(id), life: graves.lifeOf(id) }]));
    const others = othersWork(board, txn, records);
    applyTxn(board, txn, graves);
    for (const [id, entry] of others)
      if (board.record(id) !== entry) wrong.push(`${tagOfTxn(txn)} changed ${id}, which is not theirs: they may only add`);
    wrong.push(...incoherences(board).map((what) => `${what}, by ${tagOfTxn(txn)}`));
    const restored = new Set(txn.ops.flatMap((op) => (op.op === "restore" ? [op.shape.id] : [])));
    const undo = records.undone.get(tagOfTxn(txn));
    for (const [id, { entry, life }] of before) {
      const now = board.record(id);
      if (entry?.state === "dead" && now?.state === "live" && !restored.has(id))
        wrong.push(`${tagOfTxn(txn)} brought ${id} back without restore`);
      if (undo === undefined) continue;
      wrong.push(...letters.judgeUndo(txn, entry, now));
      if (entry === undefined) continue;
      if (overwritesOthers(txn, entry, now)) wrong.push(`undo ${tagOfTxn(txn)} changed what another client had written on ${id}`);
      const refused = records.refusedProps(txn.client, undo.pending, id);
      if (forgetsOthers(txn, { entry, life }, now, { ...undo, seqs, refused }))
        wrong.push(`undo ${tagOfTxn(txn)} brought ${id} back without what another client had written on it`);
    }
    letters.note(txn);
  }
  return { board, wrong };
}

/** For a transaction of somebody who may only add: what it must leave as it is. */
function othersWork(board: Board, { client }: LoggedTxn, { adders }: Records): ReadonlyMap<ShapeId, Entry> {
  const own = adders.get(client);
  const entries = own === undefined ? [] : [...board.entries()];
  const others = entries.filter((entry) => own?.has(makerOf(entry)) !== true || (entry.state === "dead" && !own.has(clientOf(entry.tag))));
  return new Map(others.map((entry) => [entry.state === "live" ? entry.shape.id : entry.id, entry]));
}

type Before = { readonly entry: Entry | undefined; /** Of a deleted shape. */ readonly life: LiveEntry | undefined };

/** Did an undo or redo take something away that another client was the last to write? */
function overwritesOthers({ client, ops }: LoggedTxn, old: Entry, now: Entry | undefined): boolean {
  if (old.state === "dead") return now?.state === "live" && clientOf(old.tag) !== client;
  if (now === undefined || now.state === "dead") return !isAllBy(old, client) && now !== undefined;
  const before: Readonly<Record<string, unknown>> = old.shape;
  const after: Readonly<Record<string, unknown>> = now.shape;
  const isTyped = ops.some((op) => op.op === "txt" && op.id === old.shape.id);
  const props = Object.keys(after).filter((prop) => !(isTyped && TYPED.has(prop)));
  return props.some((prop) => before[prop] !== after[prop] && clientOf(tagOfProp(old.rev, prop)) !== client);
}

/** Written by everyone who types: judged letter by letter, and the box is measured, not chosen. */
const TYPED: ReadonlySet<string> = new Set(["text", "w", "h", "textW", "textH"]);

type Seen = Known & {
  readonly seqs: ReadonlyMap<Tag, number>;
  /** What its author had written on the shape and saw on it, as nobody had refused it yet. */
  readonly refused: Readonly<Record<string, unknown>>;
};

/** A parent may have come to lie under the shape in the meantime; points carry no tag that says when they came. */
const UNJUDGED: ReadonlySet<string> = new Set(["parent", "points", "count", "done"]);

/** Did an undo bring a shape back without a write of somebody else that its author had heard of? */
function forgetsOthers({ client }: LoggedTxn, { entry, life }: Before, now: Entry | undefined, seen: Seen): boolean {
  const { seenSeq, liveSeq, seqs, refused } = seen;
  if (entry?.state !== "dead" || now?.state !== "live" || life === undefined) return false;
  // Where the deletion came with a whole board, what had been written just before it was not to be seen.
  if ((seqs.get(entry.tag) ?? 0) <= liveSeq) return false;
  const meant: Readonly<Record<string, unknown>> = life.shape;
  const shown: Readonly<Record<string, unknown>> = now.shape;
  return Object.keys(meant).some((prop) => {
    const tag = tagOfProp(life.rev, prop);
    const isHeard = clientOf(tag) !== client && (seqs.get(tag) ?? Number.POSITIVE_INFINITY) <= seenSeq;
    const isTyped = life.runs !== undefined && TYPED.has(prop);
    const isOwn = Object.hasOwn(refused, prop) && isSame(refused[prop], shown[prop]);
    return isHeard && !isTyped && !isOwn && !UNJUDGED.has(prop) && !isSame(meant[prop], shown[prop]);
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whatever a client that is still there has committed is in the log, or it was told that it is refused. */
export function judgeRefusals(clients: readonly SimClient[], txns: readonly LoggedTxn[], records: Records): readonly string[] {
  const logged = new Set(txns.map(tagOfTxn));
  const living = new Map(clients.map(({ name, replica }) => [replica.client, name]));
  return [...records.committed.keys()]
    .filter((tag) => living.has(clientOf(tag)) && !logged.has(tag) && !records.nacked.has(tag))
    .map((tag) => `${living.get(clientOf(tag))} was not told that ${tag} is refused`);
}

/** Every client has the same board as the log, and nothing left to send. */
export function judgeClients(clients: readonly SimClient[], hash: string, head: number, records: Records): readonly string[] {
  const wrong: string[] = [];
  for (const { name, replica, session } of clients) {
    const { state } = session;
    if (state.kind !== "live") wrong.push(`${name} is ${state.kind}${state.kind === "refused" ? ` (${state.code})` : ""}`);
    if (replica.seq !== head) wrong.push(`${name} is at ${replica.seq} of ${head}`);
    if (replica.pending.length > 0) wrong.push(`${name} has ${replica.pending.length} pending`);
    if (hashBoard(replica.base) !== hash) wrong.push(`${name} has another base than the log`);
    if (hashBoard(replica.view) !== hash) wrong.push(`${name} sees another board than the log`);
    if (session.differences > 0) wrong.push(`${name} had another board than the room's sum said, ${session.differences} times`);
    if (session.saveStatus.kind !== "saved") wrong.push(`${name} says ${session.saveStatus.kind}`);
    const others = session.peers.list().length;
    if (others !== clients.length - 1) wrong.push(`${name} sees ${others} others of ${clients.length - 1}`);
  }
  return [...wrong, ...records.contradictions];
}
