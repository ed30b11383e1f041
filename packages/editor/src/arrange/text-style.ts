// How the words on the selected shapes are set, changed by keys: all of them alike, as from the style panel.
import { hasText, SIZE_NAMES, type TextBearing } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { selectedShapes } from "../selection.ts";

/** Off where all words have it, else on. */
export function switchFace(context: EditorContext, name: "bold" | "italic"): void {
  context.editor.setStyle({ [name]: !written(context).every((shape) => shape[name]) });
}

/** The size beside that of the first of them; there is none beyond the last. */
export function stepSize(context: EditorContext, step: 1 | -1): void {
  const [now] = written(context).flatMap((shape) => ("size" in shape ? [shape.size] : []));
  const size = now && SIZE_NAMES[SIZE_NAMES.indexOf(now) + step];
  if (size !== undefined) context.editor.setStyle({ size });
}

function written(context: EditorContext): readonly TextBearing[] {
  return selectedShapes(context).filter((shape): shape is TextBearing => hasText(shape) && shape.text !== "");
}
