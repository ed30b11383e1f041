// Takes over the look of one shape for others.
import type { EditorContext } from "../context.ts";
import { restyleOps } from "../restyle.ts";
import { selectedShapes } from "../selection.ts";
import { sharedStyle, type StylePatch } from "../style.ts";

/** Remembers the look of the topmost selected shape. */
export function copyStyle(context: EditorContext): void {
  const top = selectedShapes(context).at(-1);
  // reason: the style of one shape is never mixed.
  if (top !== undefined) context.patch({ copiedStyle: sharedStyle([top]) as StylePatch });
}

/** Gives the remembered look to the selection, as far as its kinds have it. What is drawn next keeps its own. */
export function pasteStyle(context: EditorContext): void {
  const { copiedStyle } = context.state;
  if (copiedStyle !== undefined) context.history.commit(restyleOps(selectedShapes(context), copiedStyle, context.measureText));
}
