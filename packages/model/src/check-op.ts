// The checks of an op that need the board: is this op sensible for the kind of shape it names? An op on a missing or
// deleted shape passes (it will have no effect). The server refuses the whole push for one reason given here.
import { hasText, MAX_STROKE_POINTS, scanPoints } from "@inkroom/shapes";
import { applyOp } from "./apply.ts";
import { type EntryReader } from "./board.ts";
import { BoardOverlay } from "./board-overlay.ts";
import { isOnPage } from "./checked-shape.ts";
import type { Op } from "./ops/op.ts";
import type { PtsOp } from "./ops/pts.ts";
import type { SetOp } from "./ops/set.ts";
import type { TxtOp } from "./ops/txt.ts";
import { groupsOf, isValueOf } from "./props.ts";
import { strokeEnd } from "./stroke-end.ts";
import { tagOfTxn, type Txn } from "./txn.ts";

/** Why an op is refused with `bad_value`. For logs and tests; the wire carries the code only. */
export type CheckReason =
  /** The kind has no such property, or not with this value. */
  | "prop"
  /** Some members of a group without the others, or under different guards. */
  | "group"
  /** Points for a shape that is no stroke, or letters for one that has no text. */
  | "kind"
  /** The bytes are not exactly `count` well-formed points, or leave the page. */
  | "points"
  /** The stroke would have more than MAX_STROKE_POINTS points. */
  | "overflow";

/** Undefined for an op that may be applied to this board. The op has passed opSchema. */
export function checkOp(board: EntryReader, op: Op): CheckReason | undefined {
  if (op.op === "set") return checkSet(board, op);
  if (op.op === "pts") return checkPts(board, op);
  if (op.op === "txt") return checkTxt(board, op);
  return undefined;
}

/**
 * Checks a transaction as a whole, each op against the board that the ops before it leave behind (a shape added
 * by the first op can be misused by the second). The board is not changed.
 */
export function checkTxn(board: EntryReader, txn: Txn): CheckReason | undefined {
  const tag = tagOfTxn(txn);
  const ahead = new BoardOverlay(board);
  for (const op of txn.ops) {
    const reason = checkOp(ahead, op);
    if (reason !== undefined) return reason;
    applyOp(ahead, op, tag);
  }
  return undefined;
}

function checkSet(board: EntryReader, op: SetOp): CheckReason | undefined {
  const entry = board.record(op.id);
  if (entry?.state !== "live") return undefined;
  const { kind } = entry.shape;
  const names = Object.keys(op.props);
  if (!names.every((name) => isValueOf(kind, name, op.props[name]))) return "prop";
  const isWhole = groupsOf(kind).every((group) => {
    const written = group.filter((name) => Object.hasOwn(op.props, name));
    const guards = new Set(written.map((name) => op.if?.[name]));
    return written.length === 0 || (written.length === group.length && guards.size === 1);
  });
  return isWhole ? undefined : "group";
}

function checkPts(board: EntryReader, op: PtsOp): CheckReason | undefined {
  if (op.off + op.count > MAX_STROKE_POINTS) return "overflow";
  const entry = board.record(op.id);
  if (entry?.state !== "live") return undefined;
  const { shape } = entry;
  if (shape.kind !== "draw") return "kind";
  const scan = scanPoints(op.bytes, shape.pressure, shape.count === op.off ? strokeEnd(shape) : undefined);
  return scan?.count === op.count && isOnPage(scan.reach, shape.quantum) ? undefined : "points";
}

function checkTxt(board: EntryReader, op: TxtOp): CheckReason | undefined {
  const entry = board.record(op.id);
  return entry?.state === "live" && !hasText(entry.shape) ? "kind" : undefined;
}
