// Locks what is selected; where all of it is locked, unlocks it, or the frames that keep hands off it.
import type { Op } from "@inkroom/model";
import type { EditorContext } from "../context.ts";
import { lockOf } from "../locks.ts";
import { selectedShapes } from "../selection.ts";

export function toggleLock(context: EditorContext): void {
  const shapes = selectedShapes(context);
  const locks = shapes.map((shape) => lockOf(context.store.view, shape));
  const locked = locks.includes(undefined);
  const changed = locked ? shapes.filter((_, i) => locks[i] === undefined) : locks.flatMap((lock) => lock ?? []);
  const ids = new Set(changed.map(({ id }) => id));
  context.history.commit([...ids].map((id): Op => ({ op: "set", id, props: { locked } })));
}

/** Unlocks everything on the board that one may change, and selects it. */
export function unlockAll(context: EditorContext): void {
  const locked = [...context.store.view.shapes()].filter((shape) => shape.locked && !context.store.view.isForeign(shape.id));
  context.history.commit(locked.map(({ id }): Op => ({ op: "set", id, props: { locked: false } })));
  context.editor.setTool("select");
  context.editor.select(locked.map(({ id }) => id));
}
