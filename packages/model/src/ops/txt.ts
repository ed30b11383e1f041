// txt: edit the text of a text shape unit by unit, so that what several people type at once is all kept.
import { extentSchema, MAX_TEXT_LENGTH, shapeIdSchema, type ShapeId, type TextShape } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import { LETTERS, type LiveEntry, tagOfProp, writeTags } from "../entry.ts";
import type { Restoration } from "../restoration.ts";
import { clientOf, type Tag } from "../tag.ts";
import { isDisjoint, textBodyOf, textRangeSchema, textUnitSchema } from "../text/text-body.ts";
import { applyTextEdit, type TextEdit, type TextEffect } from "../text/text-edit.ts";

/** Ranges in one of an op's lists. */
const MAX_RANGES = 500;
/** What counts as written by a `txt`: the text, and the box that was measured for it with all that belongs to the box. */
export const TXT_PROPS = ["text", "w", "h", "autoWidth", "scale", "size"] as const;

const words = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_TEXT_LENGTH),
  v.transform((text) => text.toWellFormed()),
);

/** No effect on a shape that is no living text, and where applyTextEdit has none. */
export const txtSchema = v.pipe(
  v.strictObject({
    op: v.literal("txt"),
    id: shapeIdSchema,
    /** The box of the text as its author sees it after this op. */
    w: extentSchema,
    h: extentSchema,
    ins: v.optional(
      v.strictObject({ at: textUnitSchema.entries.at, text: words, left: v.optional(textUnitSchema), right: v.optional(textUnitSchema) }),
    ),
    del: v.optional(
      v.pipe(
        v.array(textRangeSchema),
        v.minLength(1),
        v.maxLength(MAX_RANGES),
        v.check((ranges) => isDisjoint(ranges)),
      ),
    ),
    live: v.optional(
      v.pipe(
        v.array(v.strictObject({ ...textUnitSchema.entries, text: words })),
        v.minLength(1),
        v.maxLength(MAX_RANGES),
        v.check((pieces) => isDisjoint(pieces.map(({ by, at, text }) => ({ by, at, len: text.length })))),
      ),
    ),
  }),
  v.check((op) => op.ins !== undefined || op.del !== undefined || op.live !== undefined),
);
export type TxtOp = TextEdit & { readonly op: "txt"; readonly id: ShapeId; readonly w: number; readonly h: number };

type Found = { readonly entry: LiveEntry; readonly shape: TextShape; readonly effect: TextEffect };

function effectOf(board: EntryReader, op: TxtOp, tag: Tag): Found | undefined {
  const entry = board.record(op.id);
  if (entry?.state !== "live" || entry.shape.kind !== "text") return undefined;
  const body = textBodyOf(entry);
  const effect = body && applyTextEdit(body, op, clientOf(tag));
  return effect && { entry, shape: entry.shape, effect };
}

export function applyTxt(board: EntryTable, op: TxtOp, tag: Tag): readonly ShapeId[] {
  const found = effectOf(board, op, tag);
  if (found === undefined) return [];
  const { entry, effect } = found;
  const { text, runs } = effect.body;
  const shape = { ...found.shape, text, w: op.w, h: op.h };
  const isGuest = effect.made.length > 0 && clientOf(entry.rev.made) !== clientOf(tag);
  board.put({ state: "live", shape, rev: writeTags(entry.rev, isGuest ? [...TXT_PROPS, LETTERS] : TXT_PROPS, tag), runs });
  return [op.id];
}

export function invertTxt(board: EntryReader, op: TxtOp, tag: Tag): readonly Restoration[] {
  const found = effectOf(board, op, tag);
  if (found === undefined) return [];
  const { shape, entry, effect } = found;
  const box = { w: shape.w, h: shape.h };
  const preTags = { text: tagOfProp(entry.rev, "text"), box: tagOfProp(entry.rev, "w") };
  return [{ kind: "text", id: op.id, made: effect.made, lost: effect.lost, box, guard: tag, preTags }];
}
