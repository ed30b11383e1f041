// Deletes the selection with what lies in its frames, or of a line the point that is chosen; all that may be changed, or all that one person has made.
import type { ClientId } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { deletionOps } from "../deletion.ts";
import { heldShapes } from "../frames/held-shapes.ts";
import { chosenPointRemoval } from "../line-points.ts";
import { isOutOfReach } from "../locks.ts";
import { madeBy } from "../made-by.ts";

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

/** One step: what a client has made, locked or not, as far as this person may change it. */
export function removeMadeBy(context: EditorContext, maker: ClientId): void {
  const { view } = context.store;
  const ids = madeBy(view, maker).filter((id) => !view.isForeign(id));
  if (ids.length > 0) context.history.commit(deletionOps(context, ids));
}

function removable({ store: { view } }: EditorContext): readonly ShapeId[] {
  return [...view.shapes()].filter((shape) => !isOutOfReach(view, shape)).map(({ id }) => id);
}
