// Edits that come to nothing although no one refuses them: the shape they are about was deleted by somebody else.
import { clientOf, type BoardView, type ClientId, type EntryReader, type LoggedTxn } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";

/** A shape with the edits that are lost, as it was seen last, and who deleted it. */
export type LostEdit = { readonly shape: Shape; readonly by: ClientId };

/** What was written as short a time before a deletion is still in the hand, ms of the room's clock. */
export const IN_HAND_MS = 10_000;

/** Those of `ids` that can be lost, as they are seen now. */
export function seenShapes(view: BoardView, ids: Iterable<ShapeId>): ReadonlyMap<ShapeId, Shape> {
  const seen = new Map<ShapeId, Shape>();
  for (const id of ids) {
    const shape = view.get(id);
    if (shape !== undefined) seen.set(id, shape);
  }
  return seen;
}

/** The shapes of `seen` that `view` shows no longer, as somebody else has deleted them in `base`. */
export function lostEdits(seen: ReadonlyMap<ShapeId, Shape>, base: EntryReader, view: BoardView, me: ClientId): readonly LostEdit[] {
  return [...seen].flatMap(([id, shape]) => {
    const entry = base.record(id);
    const isLost = entry?.state === "dead" && clientOf(entry.tag) !== me && view.get(id) === undefined;
    return isLost ? [{ shape, by: clientOf(entry.tag) }] : [];
  });
}

/** True where somebody else may have deleted something. */
export function hasForeignDeletion(list: readonly LoggedTxn[], me: ClientId): boolean {
  return list.some(({ client, ops }) => client !== me && ops.some(({ op }) => op === "del"));
}
