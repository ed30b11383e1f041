// text-caret: where someone's caret is in a text, as presence carries it. By units, not by offsets: it stays with its letters
// whatever has been typed when it arrives.
import { clientIdSchema, type TextUnit } from "@inkroom/model";
import { type ShapeId, shapeIdSchema } from "@inkroom/shapes";
import * as v from "valibot";
import { count } from "./fields.ts";

const author = v.union([v.literal(""), clientIdSchema]);

/** Empty: in no text. Else the text, and author and clock of the units that the fixed and the moving end stand behind; "" and 0: the start. */
export const packedCaretSchema = v.union([v.strictTuple([]), v.strictTuple([shapeIdSchema, author, count, author, count])]);
export type PackedCaret = v.InferOutput<typeof packedCaretSchema>;

/** A caret, or a selection from `anchor` to `head`. A missing unit is the start of the text. */
export type TextCaret = { readonly id: ShapeId; readonly anchor?: TextUnit | undefined; readonly head?: TextUnit | undefined };

export function packCaret(caret: TextCaret | undefined): PackedCaret {
  if (caret === undefined) return [];
  const { id, anchor, head } = caret;
  return [id, anchor?.by ?? "", anchor?.at ?? 0, head?.by ?? "", head?.at ?? 0];
}

export function unpackCaret([id, anchorBy = "", anchorAt = 0, headBy = "", headAt = 0]: Readonly<PackedCaret>): TextCaret | undefined {
  if (id === undefined) return undefined;
  return { id, anchor: unitOf(anchorBy, anchorAt), head: unitOf(headBy, headAt) };
}

function unitOf(by: string, at: number): TextUnit | undefined {
  return by === "" ? undefined : { by, at };
}
