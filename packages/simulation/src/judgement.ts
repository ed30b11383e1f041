// What must hold when a world has come to rest. Every check gives sentences about what is wrong; none means all is well.
import { applyTxn, Board, clientOf, type Entry, hashBoard, isAllBy, type LoggedTxn, type Tag, tagOfProp, tagOfTxn } from "@inkroom/model";
import { decodeOps } from "@inkroom/protocol";
import type { RoomLog } from "@inkroom/rooms";
import type { ShapeId } from "@inkroom/shapes";
import type { Records } from "./records.ts";
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
    if (sent === undefined || body === undefined || !sameBytes(sent, body))
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

/** Folds the log from nothing and looks at each step: who may change what. */
export function judgeSteps(txns: readonly LoggedTxn[], records: Records): { readonly board: Board; readonly wrong: readonly string[] } {
  const board = new Board();
  const wrong: string[] = [];
  const letters = new LetterJudge();
  for (const txn of txns) {
    const ids = new Set(txn.ops.flatMap((op) => ("ids" in op ? [...op.ids] : [("shape" in op ? op.shape : op).id])));
    const before = new Map([...ids].map((id): [ShapeId, Entry | undefined] => [id, board.record(id)]));
    applyTxn(board, txn);
    const restored = new Set(txn.ops.flatMap((op) => (op.op === "restore" ? [op.shape.id] : [])));
    for (const [id, old] of before) {
      const now = board.record(id);
      if (old?.state === "dead" && now?.state === "live" && !restored.has(id))
        wrong.push(`${tagOfTxn(txn)} brought ${id} back without restore`);
      if (records.undone.has(tagOfTxn(txn)) && old !== undefined && overwritesOthers(txn, old, now))
        wrong.push(`undo ${tagOfTxn(txn)} changed what another client had written on ${id}`);
      if (records.undone.has(tagOfTxn(txn))) wrong.push(...letters.judgeUndo(txn, old, now));
    }
    letters.note(txn);
  }
  return { board, wrong };
}

/** Did an undo or redo take something away that another client was the last to write? */
function overwritesOthers({ client, ops }: LoggedTxn, old: Entry, now: Entry | undefined): boolean {
  if (old.state === "dead") return false;
  if (now === undefined || now.state === "dead") return !isAllBy(old, client) && now !== undefined;
  const before: Readonly<Record<string, unknown>> = old.shape;
  const after: Readonly<Record<string, unknown>> = now.shape;
  // What is typed is judged letter by letter; its box is measured, not chosen.
  const isTyped = ops.some((op) => op.op === "txt" && op.id === old.shape.id);
  const props = Object.keys(after).filter((prop) => !(isTyped && ["text", "w", "h"].includes(prop)));
  return props.some((prop) => before[prop] !== after[prop] && clientOf(tagOfProp(old.rev, prop)) !== client);
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

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
