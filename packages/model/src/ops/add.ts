// add: put a new shape on the board.
import type { Shape, ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import { checkedShapeSchema } from "../checked-shape.ts";
import { placed } from "../parents.ts";
import type { Restoration } from "../restoration.ts";
import type { Tag } from "../tag.ts";

/** Takes effect iff the id never existed: a retry can never bring a deleted shape back. On the page where its parent would close a cycle. */
export const addSchema = v.strictObject({ op: v.literal("add"), shape: checkedShapeSchema });
export type AddOp = { readonly op: "add"; readonly shape: Shape };

function isEffective(board: EntryReader, { shape }: AddOp): boolean {
  return board.record(shape.id) === undefined;
}

export function applyAdd(board: EntryTable, op: AddOp, tag: Tag): readonly ShapeId[] {
  if (!isEffective(board, op)) return [];
  board.put({ state: "live", shape: placed(board, op.shape), rev: { made: tag, set: {} } });
  return [op.shape.id];
}

export function invertAdd(board: EntryReader, op: AddOp, tag: Tag): readonly Restoration[] {
  return isEffective(board, op) ? [{ kind: "remove", id: op.shape.id, tag }] : [];
}
