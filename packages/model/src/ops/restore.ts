// restore: bring a deleted shape back, whole. The only op that revives a tombstone.
import type { Shape, ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import { checkedShapeSchema } from "../checked-shape.ts";
import { type DeadEntry, fitsRuns, madeBy, makerOf } from "../entry.ts";
import { placed } from "../parents.ts";
import type { Restoration } from "../restoration.ts";
import { type Tag, tagSchema } from "../tag.ts";
import { type TextRun, textRunsSchema } from "../text/text-body.ts";

/**
 * Takes effect iff the id is deleted at this moment. Every property counts as written by this transaction. On the page
 * where its parent has come to lie under it in the meantime.
 */
export const restoreSchema = v.pipe(
  v.strictObject({
    op: v.literal("restore"),
    shape: checkedShapeSchema,
    /** Only where this tag is the one that deleted it. Used by undo and redo: what another person has deleted stays so. */
    if: v.optional(tagSchema),
    /** Of a text: its runs as they were, so that what others are typing into it still finds its place. */
    runs: v.optional(textRunsSchema),
  }),
  v.check(({ shape, runs }) => fitsRuns(shape, runs)),
);
export type RestoreOp = {
  readonly op: "restore";
  readonly shape: Shape;
  readonly if?: Tag | undefined;
  readonly runs?: readonly TextRun[] | undefined;
};

function tombOf(board: EntryReader, op: RestoreOp): DeadEntry | undefined {
  const entry = board.record(op.shape.id);
  return entry?.state === "dead" && (op.if === undefined || entry.tag === op.if) ? entry : undefined;
}

export function applyRestore(board: EntryTable, op: RestoreOp, tag: Tag): readonly ShapeId[] {
  const tomb = tombOf(board, op);
  if (tomb === undefined) return [];
  const kept = { ...(op.runs && { runs: op.runs }), ...madeBy(makerOf(tomb), tag) };
  board.put({ state: "live", shape: placed(board, op.shape), rev: { made: tag, set: {} }, ...kept });
  return [op.shape.id];
}

export function invertRestore(board: EntryReader, op: RestoreOp, tag: Tag): readonly Restoration[] {
  return tombOf(board, op) !== undefined ? [{ kind: "remove", id: op.shape.id, tag }] : [];
}
