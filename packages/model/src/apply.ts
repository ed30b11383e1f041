// Applying ops: the dispatch table. Total and deterministic: an op that cannot take effect changes nothing, everywhere.
import type { ShapeId } from "@inkroom/shapes";
import type { EntryTable } from "./board.ts";
import { applyAdd } from "./ops/add.ts";
import { applyDel } from "./ops/del.ts";
import { applyMv } from "./ops/mv.ts";
import type { Op } from "./ops/op.ts";
import { applyPts } from "./ops/pts.ts";
import { applyRestore } from "./ops/restore.ts";
import { applySet } from "./ops/set.ts";
import { applyTxt } from "./ops/txt.ts";
import type { Tag } from "./tag.ts";
import { tagOfTxn, type Txn } from "./txn.ts";

type Apply<Name extends Op["op"]> = (board: EntryTable, op: Extract<Op, { op: Name }>, tag: Tag) => readonly ShapeId[];

const APPLY: { readonly [Name in Op["op"]]: Apply<Name> } = {
  add: applyAdd,
  del: applyDel,
  mv: applyMv,
  pts: applyPts,
  restore: applyRestore,
  set: applySet,
  txt: applyTxt,
};

/** Applies one validated op written by `tag`. Returns the ids whose entry is another one now; empty for no effect. */
export function applyOp(board: EntryTable, op: Op, tag: Tag): readonly ShapeId[] {
  // reason: TypeScript cannot see that the table's function and the op go by the same name.
  const apply = APPLY[op.op] as Apply<Op["op"]>;
  return apply(board, op as never, tag);
}

/** Hears of each op before it is applied, see Graveyard. */
export type OpFollower = { follow(board: EntryTable, op: Op, tag: Tag): void };

/** Applies a transaction's ops in order. Returns the touched ids. Never throws on validated ops. */
export function applyTxn(board: EntryTable, txn: Txn, follower?: OpFollower): ReadonlySet<ShapeId> {
  const tag = tagOfTxn(txn);
  const touched = new Set<ShapeId>();
  for (const op of txn.ops) {
    follower?.follow(board, op, tag);
    for (const id of applyOp(board, op, tag)) touched.add(id);
  }
  return touched;
}
