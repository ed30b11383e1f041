// del: delete shapes. Leaves tombstones; a later edit of a deleted shape has no effect (delete wins).
import { shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import { isAllBy, type LiveEntry, madeBy, makerOf } from "../entry.ts";
import type { Restoration } from "../restoration.ts";
import { clientOf, type Tag } from "../tag.ts";

export const delSchema = v.strictObject({
  op: v.literal("del"),
  ids: v.pipe(v.array(shapeIdSchema), v.minLength(1), v.maxLength(2_000)),
  /** Delete only those whose every property was last written by the sender. Used by undo of `add`. */
  mine: v.optional(v.literal(true)),
  /** Delete only texts in which nothing is written. Used where an emptied text is left: others may be typing in it. */
  blank: v.optional(v.literal(true)),
});
export type DelOp = {
  readonly op: "del";
  readonly ids: readonly ShapeId[];
  readonly mine?: true | undefined;
  readonly blank?: true | undefined;
};

/** The entries this op would delete. */
export function deletable(board: EntryReader, op: DelOp, tag: Tag): readonly LiveEntry[] {
  const client = clientOf(tag);
  return [...new Set(op.ids)]
    .map((id) => board.record(id))
    .filter((entry) => entry?.state === "live")
    .filter((entry) => !op.mine || isAllBy(entry, client))
    .filter(({ shape }) => !op.blank || (shape.kind === "text" && shape.text.trim() === ""));
}

export function applyDel(board: EntryTable, op: DelOp, tag: Tag): readonly ShapeId[] {
  const entries = deletable(board, op, tag);
  for (const entry of entries) board.put({ state: "dead", id: entry.shape.id, tag, ...madeBy(makerOf(entry), tag) });
  return entries.map(({ shape }) => shape.id);
}

export function invertDel(board: EntryReader, op: DelOp, tag: Tag): readonly Restoration[] {
  const byHand = op.mine ? undefined : true;
  return deletable(board, op, tag).map(({ shape, rev, runs }) => ({ kind: "revive", id: shape.id, shape, rev, runs, tag, byHand }));
}
