// Takes up the look of what is under the pointer: for what is drawn next, and for what is selected.
import type { Shape } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { hitSlack } from "../pointer.ts";
import { sharedStyle, type StylePatch } from "../style.ts";

/** Nothing happens over empty paper. */
export function pickStyle(context: EditorContext): void {
  const screen = context.pointer();
  const slack = hitSlack("mouse", context.state.camera.zoom);
  const shape = screen && context.index.topmostAt(context.toPage(screen), slack, "any");
  if (shape !== undefined) context.editor.setStyle(styleOf(shape));
}

/** A highlighter and a note have colours of their own. */
function styleOf(shape: Shape): StylePatch {
  // reason: the style of one shape is never mixed.
  const { color, align, ...rest } = sharedStyle([shape]) as StylePatch;
  // Words in the middle of a shape are no reason for texts to be set so.
  const look = shape.kind === "text" ? { ...rest, align } : rest;
  if (shape.kind === "note") return { ...look, noteColor: color };
  return shape.kind === "draw" && shape.nib === "highlighter" ? { ...look, markerColor: color } : { ...look, color };
}
