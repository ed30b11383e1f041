// Edits that come to nothing although no one refuses them: the shape they are about was deleted by somebody else first.
import type { BoardView, EntryReader } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";

/** The shapes of `named` that `view` still shows and that are deleted in `base`, as they were seen last. */
export function lostShapes(base: EntryReader, view: BoardView, named: Iterable<ShapeId>): readonly Shape[] {
  const lost: Shape[] = [];
  for (const id of named) {
    const shape = view.get(id);
    if (shape !== undefined && base.record(id)?.state === "dead") lost.push(shape);
  }
  return lost;
}
