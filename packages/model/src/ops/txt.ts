// txt: edit the words on a shape unit by unit, so that what several people type at once is all kept.
import { extentSchema, hasText, MAX_TEXT_LENGTH, shapeIdSchema, type ShapeId, textBoxNames, type TextBearing } from "@inkroom/shapes";
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
export function txtProps({
  isLabel,
}: {
  /** Of a shape that is not a text itself. */ readonly isLabel?: true | undefined;
}): readonly string[] {
  return isLabel ? LABEL_PROPS : TEXT_PROPS;
}
const TEXT_PROPS = ["text", "w", "h", "autoWidth", "scale", "size"] as const;
const LABEL_PROPS = ["text", "textW", "textH"] as const;

/** Marks what belongs to the words on a shape that is not a text itself. */
function labelMark({ kind }: TextBearing): { readonly isLabel?: true } {
  return kind === "text" ? {} : { isLabel: true };
}

const words = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_TEXT_LENGTH),
  v.transform((text) => text.toWellFormed()),
);

/** No effect on a shape that is deleted or has no text, and where applyTextEdit has none. */
export const txtSchema = v.pipe(
  v.strictObject({
    op: v.literal("txt"),
    id: shapeIdSchema,
    /** How wide and high the words are as their author sees them after this op. */
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

type Found = { readonly entry: LiveEntry; readonly shape: TextBearing; readonly effect: TextEffect };

function effectOf(board: EntryReader, op: TxtOp, tag: Tag): Found | undefined {
  const entry = board.record(op.id);
  if (entry?.state !== "live" || !hasText(entry.shape)) return undefined;
  const body = textBodyOf(entry);
  const effect = body && applyTextEdit(body, op, clientOf(tag));
  return effect && { entry, shape: entry.shape, effect };
}

export function applyTxt(board: EntryTable, op: TxtOp, tag: Tag): readonly ShapeId[] {
  const found = effectOf(board, op, tag);
  if (found === undefined) return [];
  const { entry, effect } = found;
  const { text, runs } = effect.body;
  const [w, h] = textBoxNames(found.shape);
  const shape: TextBearing = { ...found.shape, text, [w]: op.w, [h]: op.h };
  const props = txtProps(labelMark(shape));
  const isGuest = effect.made.length > 0 && clientOf(entry.rev.made) !== clientOf(tag);
  board.put({ ...entry, shape, rev: writeTags(entry.rev, isGuest ? [...props, LETTERS] : props, tag), runs });
  return [op.id];
}

export function invertTxt(board: EntryReader, op: TxtOp, tag: Tag): readonly Restoration[] {
  const found = effectOf(board, op, tag);
  if (found === undefined) return [];
  const { shape, entry, effect } = found;
  const box = textBoxOf(shape);
  const preTags = { text: tagOfProp(entry.rev, "text"), box: tagOfProp(entry.rev, textBoxNames(shape)[0]) };
  return [{ kind: "text", id: op.id, ...labelMark(shape), made: effect.made, lost: effect.lost, box, guard: tag, preTags }];
}

/** How wide and high the words on a shape were measured to be. */
export function textBoxOf(shape: TextBearing): { readonly w: number; readonly h: number } {
  return shape.kind === "text" ? { w: shape.w, h: shape.h } : { w: shape.textW, h: shape.textH };
}
