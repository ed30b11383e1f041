// Copies the selection a little to the right and below, on top of everything, and selects the copies.
import type { EditorContext } from "../context.ts";
import { additionOps, copiesOf } from "../duplicates.ts";
import { selectedShapes } from "../selection.ts";

/** How far the copies are moved, screen pixels. */
const OFFSET_PX = 16;

export function duplicateSelected(context: EditorContext): void {
  const offset = OFFSET_PX / context.state.camera.zoom;
  const copies = copiesOf(context, selectedShapes(context), offset, offset);
  context.history.commit(additionOps(copies));
  context.editor.select(copies.shapes.map((shape) => shape.id));
}
