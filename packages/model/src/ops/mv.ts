// mv: give a shape another parent or place in the stack.
import { indexSchema, PAGE_ID, shapeIdSchema, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import { type LiveEntry, tagOfProp, writeTags } from "../entry.ts";
import { closesCycle } from "../parents.ts";
import type { Restoration } from "../restoration.ts";
import { type Tag, tagSchema } from "../tag.ts";

/** No effect where it would make a cycle, or where the parent is neither the page nor a living shape. */
export const mvSchema = v.pipe(
  v.strictObject({
    op: v.literal("mv"),
    id: shapeIdSchema,
    parent: shapeIdSchema,
    index: indexSchema,
    /** Only where this tag is still the last writer of parent and index. Used by undo and redo. */
    if: v.optional(tagSchema),
  }),
  v.check((op) => op.parent !== op.id),
);
export type MvOp = {
  readonly op: "mv";
  readonly id: ShapeId;
  readonly parent: ShapeId;
  readonly index: string;
  readonly if?: Tag | undefined;
};

function movable(board: EntryReader, op: MvOp): LiveEntry | undefined {
  const entry = board.record(op.id);
  if (entry?.state !== "live") return undefined;
  if (op.if !== undefined && tagOfProp(entry.rev, "index") !== op.if) return undefined;
  if (op.parent !== PAGE_ID && board.record(op.parent)?.state !== "live") return undefined;
  return closesCycle(board, op.id, op.parent) ? undefined : entry;
}

export function applyMv(board: EntryTable, op: MvOp, tag: Tag): readonly ShapeId[] {
  const entry = movable(board, op);
  if (entry === undefined) return [];
  const shape = { ...entry.shape, parent: op.parent, index: op.index };
  board.put({ ...entry, shape, rev: writeTags(entry.rev, ["parent", "index"], tag) });
  return [op.id];
}

export function invertMv(board: EntryReader, op: MvOp, tag: Tag): readonly Restoration[] {
  const entry = movable(board, op);
  if (entry === undefined) return [];
  const { parent, index } = entry.shape;
  return [{ kind: "place", id: op.id, parent, index, guard: tag, preTag: tagOfProp(entry.rev, "index") }];
}
