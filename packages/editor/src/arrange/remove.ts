// Deletes the selection with what lies in its frames, or of a line the point that is chosen.
import type { EditorContext } from "../context.ts";
import { deletionOps } from "../deletion.ts";
import { heldShapes } from "../frames/held-shapes.ts";
import { chosenPointRemoval } from "../line-points.ts";

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
