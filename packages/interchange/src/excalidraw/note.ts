// Sticky notes, which Excalidraw does not have: there they are rectangles with words, marked as what they were.
import { colorSchema, MAX_AUTHOR_LENGTH, type NoteShape, SIZE_NAMES } from "@inkroom/shapes";
import * as v from "valibot";
import type { LossCount } from "./losses.ts";
import { paperColorOf, paperOf } from "./palette.ts";

/** What stands in an element's `customData`, where programs may put things of their own. */
const markSchema = v.object({
  inkroom: v.object({
    kind: v.literal("note"),
    size: v.fallback(v.picklist(SIZE_NAMES), "m"),
    author: v.fallback(v.pipe(v.string(), v.maxLength(MAX_AUTHOR_LENGTH)), ""),
    /** Counts as long as nobody has changed the background; absent in older files. */
    color: v.fallback(v.optional(colorSchema), undefined),
  }),
});
export type NoteMark = v.InferOutput<typeof markSchema>["inkroom"];

/** Undefined for an element that never was a note. */
export function noteMark(customData: unknown): NoteMark | undefined {
  const { success, output } = v.safeParse(markSchema, customData);
  return success ? output.inkroom : undefined;
}

/** What is the note's own in its element. */
export function elementOfNote({ color, size, author }: NoteShape): { readonly [field: string]: unknown } {
  const mark: NoteMark = { kind: "note", size, author, color };
  return {
    type: "rectangle",
    strokeColor: "transparent",
    backgroundColor: paperColorOf(color),
    strokeWidth: 1,
    customData: { inkroom: mark },
  };
}

/** The note of a marked rectangle, before its words are known. Boxes in page units. */
export function noteOfElement(
  box: object & { readonly w: number; readonly h: number },
  mark: NoteMark,
  { backgroundColor, losses }: { readonly backgroundColor: string; readonly losses: LossCount },
): object {
  const { size, author } = mark;
  const isAsMarked = mark.color !== undefined && paperColorOf(mark.color) === backgroundColor;
  const color = isAsMarked ? mark.color : paperOf(backgroundColor, losses);
  return { ...box, h: Math.max(box.w, box.h), kind: "note", color, size, scale: 1, author };
}
