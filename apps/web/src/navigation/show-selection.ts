// Brings what is selected into view, for who has not seen it yet.
import { type Editor, fitBox } from "@inkroom/editor";
import { selectionBounds } from "@inkroom/shapes";

/** A shape is shown at its own size, or smaller where it does not fit. */
const SHAPE_ZOOM = 1;

/** All of the selection is in view then, in the middle. Nothing moves where nothing is selected. */
export function showSelection(editor: Pick<Editor, "state" | "shape" | "setCamera">): void {
  const box = selectionBounds([...editor.state.selection].flatMap((id) => editor.shape(id) ?? []));
  if (box !== undefined) editor.setCamera(fitBox(box, editor.state.viewport, SHAPE_ZOOM));
}
