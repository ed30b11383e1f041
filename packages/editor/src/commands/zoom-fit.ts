// Shows the whole board, or the selection, or the whole board for a moment to go to another place on it.
import { fitBox } from "../camera.ts";
import { selectedShapes } from "../selection.ts";
import { boundsOf } from "../shape-index.ts";
import type { Command } from "./command.ts";

/** How close "zoom to selection" goes. */
const SELECTION_MAX_ZOOM = 4;

export const zoomFit: Command = {
  id: "view.zoom-fit",
  keys: [{ key: "1", shift: true }],
  menu: "board",
  isEnabled: () => true,
  run(context) {
    const box = context.index.bounds();
    if (box !== undefined) context.editor.setCamera(fitBox(box, context.state.viewport));
  },
};

export const zoomSelection: Command = {
  id: "view.zoom-selection",
  keys: [{ key: "2", shift: true }],
  menu: "selection",
  isEnabled: (state) => state.selection.size > 0,
  run(context) {
    const box = boundsOf(selectedShapes(context));
    if (box !== undefined) context.editor.setCamera(fitBox(box, context.state.viewport, SELECTION_MAX_ZOOM));
  },
};

export const quickZoom: Command = {
  id: "view.quick-zoom",
  keys: [{ key: "z", shift: true }],
  isEnabled: (state) => !state.busy,
  run: (context) => context.borrowTool("quick-zoom"),
  release: (context) => context.giveToolBack(),
};
