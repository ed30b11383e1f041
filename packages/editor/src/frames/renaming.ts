// A frame is given another name in the host's field.
import { MAX_FRAME_NAME_LENGTH, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { isOutOfReach } from "../locks.ts";

/** Opens the field. Nothing to do for other shapes, and for a locked frame. */
export function startRenaming(context: EditorContext, id: ShapeId): void {
  const { store, state, editor } = context;
  const frame = store.view.get(id);
  if (frame?.kind !== "frame" || isOutOfReach(store.view, frame) || !store.canEdit || state.busy) return;
  editor.setTool("select");
  editor.select([id]);
  context.patch({ renaming: id });
}

/** Closes the field. */
export function finishRenaming(context: EditorContext, name: string | undefined): void {
  const { renaming } = context.state;
  if (renaming === undefined) return;
  context.patch({ renaming: undefined });
  const frame = context.store.view.get(renaming);
  const given = name?.trim().slice(0, MAX_FRAME_NAME_LENGTH).toWellFormed() ?? "";
  if (frame?.kind !== "frame" || given === "" || given === frame.name) return;
  context.history.commit([{ op: "set", id: renaming, props: { name: given } }]);
}
