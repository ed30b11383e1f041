// Copies the selection a little to the right and below, on top of everything, and selects the copies.
import { additionOps, copiesOf } from "../duplicates.ts";
import { isSelectionFree, selectedShapes } from "../selection.ts";
import type { Command } from "./command.ts";

/** How far the copies are moved, screen pixels. */
const OFFSET_PX = 16;

export const duplicate: Command = {
  id: "edit.duplicate",
  labelKey: "command.edit.duplicate",
  keys: [{ key: "d", mod: true }],
  menu: "selection",
  isEnabled: isSelectionFree,
  run(context) {
    const offset = OFFSET_PX / context.state.camera.zoom;
    const copies = copiesOf(context, selectedShapes(context), offset, offset);
    context.history.commit(additionOps(copies));
    context.editor.select(copies.shapes.map((shape) => shape.id));
  },
};
