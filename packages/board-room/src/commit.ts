// Decides a push: repeat, gap, refusal or commit. Every (client, n) is decided once, durably, whatever happens in between.
import {
  applyOp,
  type Board,
  BoardOverlay,
  type BoardSum,
  checkOp,
  type ClientId,
  idOfEntry,
  isSameList,
  type Op,
  tagOf,
} from "@inkroom/model";
import { isOwnWork, type Owns } from "@inkroom/model/own-work";
import { encodeOps, type LoggedBody, type NackCode } from "@inkroom/protocol";
import { type RoomLog, StorageError } from "@inkroom/rooms";
import type { ShapeId } from "@inkroom/shapes";

/** A push after the border: its ops, or why they cannot be any. */
export type Push = { readonly n: number } & ({ readonly ops: readonly Op[] } | { readonly fault: NackCode });

export type Decision =
  | { readonly kind: "committed"; readonly logged: LoggedBody; readonly touched: readonly ShapeId[] }
  /** Committed earlier, this was a repeat. */
  | { readonly kind: "repeat"; readonly seq: number }
  | { readonly kind: "refused"; readonly code: NackCode; /** With `gap`: the n that is next. */ readonly expect?: number };

export type CommitPorts = {
  readonly board: Board;
  /** Of the board, which is written to through it. */
  readonly sum: BoardSum;
  readonly log: RoomLog;
  readonly now: () => number;
  readonly maxShapes: number;
  /** Set for who may change only what is their own. */
  readonly owns?: Owns | undefined;
};

/**
 * Decides a push of a client that may draw. Changes log and board for `committed`, the log alone for a final refusal,
 * nothing otherwise.
 */
export function decidePush(ports: CommitPorts, client: ClientId, push: Push): Decision {
  const last = ports.log.lastOf(client);
  if (push.n <= last) return repeated(ports.log, client, push);
  if (push.n > last + 1) return { kind: "refused", code: "gap", expect: last + 1 };
  if ("fault" in push) return refuse(ports.log, client, push.n, push.fault);
  const checked = tryOps(ports, client, push.n, push.ops);
  return typeof checked === "string" ? refuse(ports.log, client, push.n, checked) : append(ports, client, push.n, push.ops, checked);
}

function repeated(log: RoomLog, client: ClientId, push: Push): Decision {
  const found = log.find(client, push.n);
  if (found === undefined) return { kind: "refused", code: asNackCode(log.refusal(client, push.n)) };
  const same = "ops" in push && isSameList(encodeOps(push.ops), found.body);
  return same ? { kind: "repeat", seq: found.seq } : { kind: "refused", code: "seq_conflict" };
}

/** A refusal for good uses the number up, so that the client's next one is no gap, today and after a crash. */
function refuse(log: RoomLog, client: ClientId, n: number, code: NackCode): Decision {
  try {
    log.refuse(client, n, code);
    return { kind: "refused", code };
  } catch (error) {
    return notNow(error);
  }
}

/** A full disk passes, a damaged board is mended: the client keeps the transaction and sends it again. Other errors are thrown. */
function notNow(error: unknown): Decision {
  const passes = error instanceof StorageError && ["full", "io", "read_only"].includes(error.code);
  if (!passes) throw error;
  return { kind: "refused", code: "storage" };
}

/** Applies the ops to a copy, each checked against what the ones before it have made. The copy, or what is wrong. */
function tryOps({ board, maxShapes, owns }: CommitPorts, client: ClientId, n: number, ops: readonly Op[]): BoardOverlay | NackCode {
  const overlay = new BoardOverlay(board);
  let living = board.size;
  for (const op of ops) {
    if (checkOp(overlay, op) !== undefined) return "bad_value";
    if (owns !== undefined && !isOwnWork(overlay, op, owns)) return "forbidden";
    if (op.op === "add" || op.op === "restore") living += overlay.get(op.shape.id) === undefined ? 1 : 0;
    applyOp(overlay, op, tagOf(client, n));
  }
  return living > maxShapes && living > board.size ? "room_full" : overlay;
}

function append({ sum, log, now }: CommitPorts, client: ClientId, n: number, ops: readonly Op[], overlay: BoardOverlay): Decision {
  const body = encodeOps(ops);
  const ts = now();
  try {
    const seq = log.append({ client, n, body, ts });
    const touched: ShapeId[] = [];
    for (const entry of overlay.changed()) {
      sum.put(entry);
      touched.push(idOfEntry(entry));
    }
    return { kind: "committed", logged: { seq, client, n, ts, body }, touched };
  } catch (error) {
    return notNow(error); // nothing was applied
  }
}

function asNackCode(code: string | undefined): NackCode {
  // reason: only refuse() above writes refusals of this log. A missing one means the row was trimmed: decided, unknown how.
  return (code as NackCode | undefined) ?? "seq_conflict";
}
