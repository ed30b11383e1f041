// Copies the selection a little to the right and below, on top of everything, and selects the copies.
import type { EditorContext } from "../context.ts";
import { additionOps, copiesOf } from "../duplicates.ts";
import { heldShapes } from "../frames/held-shapes.ts";

/** How far the copies are moved, screen pixels. */
const OFFSET_PX = 16;

export function duplicateSelected(context: EditorContext): void {
  const offset = OFFSET_PX / context.state.camera.zoom;
  const copies = copiesOf(context, heldShapes(context), offset, offset);
  context.history.commit(additionOps(copies));
  // Of a frame where none may be made, what lay in it has been.
  context.editor.select(context.state.ownOnly ? copies.shapes.map(({ id }) => id) : copies.idsOf(context.state.selection));
}
