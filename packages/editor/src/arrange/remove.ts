// Deletes the selection with what lies in its frames, or of a line the point that is chosen; or all that may be changed.
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { deletionOps } from "../deletion.ts";
import { heldShapes } from "../frames/held-shapes.ts";
import { chosenPointRemoval } from "../line-points.ts";
import { isOutOfReach } from "../locks.ts";

export function removeSelected(context: EditorContext): void {
  const op = chosenPointRemoval(context);
  if (op === undefined)
    context.history.commit(
      deletionOps(
        context,
        heldShapes(context).map(({ id }) => id),
      ),
    );
  else context.history.commit([op]);
  context.patch({ point: undefined });
}

/** The host asks whether all of it is to go, where there is anything. */
export function askToRemoveAll(context: EditorContext): void {
  const count = removable(context).length;
  if (count > 0) context.onOpen?.({ kind: "clear", count });
}

/** One step. The host is told, where there was anything. */
export function removeAll(context: EditorContext): void {
  const ids = removable(context);
  if (ids.length === 0 || !context.history.commit(deletionOps(context, ids))) return;
  context.onCleared?.(ids);
}

function removable({ store: { view } }: EditorContext): readonly ShapeId[] {
  return [...view.shapes()].filter((shape) => !isOutOfReach(view, shape)).map(({ id }) => id);
}
