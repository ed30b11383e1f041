// Locks what is selected; where all of it is locked, unlocks it.
import type { Op } from "@inkroom/model";
import type { EditorContext } from "../context.ts";
import { selectedShapes } from "../selection.ts";

export function toggleLock(context: EditorContext): void {
  const shapes = selectedShapes(context);
  const locked = !shapes.every((shape) => shape.locked);
  context.history.commit(
    shapes.flatMap((shape): Op[] => (shape.locked === locked ? [] : [{ op: "set", id: shape.id, props: { locked } }])),
  );
}

/** Unlocks everything on the board and selects it. */
export function unlockAll(context: EditorContext): void {
  const locked = [...context.store.view.shapes()].filter((shape) => shape.locked);
  context.history.commit(locked.map(({ id }): Op => ({ op: "set", id, props: { locked: false } })));
  context.editor.setTool("select");
  context.editor.select(locked.map(({ id }) => id));
}
