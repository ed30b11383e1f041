// Copies the selection a little to the right and below, on top of everything, and selects the copies.
import { indicesBetween } from "@inkroom/model";
import { selectedShapes } from "../selection.ts";
import { copyShape } from "../shape-edit.ts";
import type { Command } from "./command.ts";

/** How far the copies are moved, screen pixels. */
const OFFSET_PX = 16;

export const duplicate: Command = {
  id: "edit.duplicate",
  labelKey: "command.edit.duplicate",
  keys: [{ key: "d", mod: true }],
  menu: "selection",
  isEnabled: (state) => state.selection.size > 0 && !state.readonly,
  run(context) {
    const originals = selectedShapes(context);
    const offset = OFFSET_PX / context.state.camera.zoom;
    const indices = indicesBetween(originals.length, context.index.topIndex());
    const copies = originals.map((shape, i) => copyShape(shape, context.newId(), indices[i] ?? shape.index, offset, offset));
    context.history.commit(copies.map((shape) => ({ op: "add", shape })));
    context.editor.select(copies.map((shape) => shape.id));
  },
};
