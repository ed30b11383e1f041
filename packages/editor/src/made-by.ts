// What one person has put on the board, as far as the log says: what they made as this client, and not under an earlier identity.
import { type ClientId, type DrawnView, makerOf } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";

/** Locked ones too; groups are no shapes of their own, and go with the last of what is in them. */
export function madeBy(view: DrawnView, maker: ClientId): readonly ShapeId[] {
  const ids: ShapeId[] = [];
  for (const { id, kind } of view.shapes()) {
    const entry = kind === "group" ? undefined : view.entry(id);
    if (entry !== undefined && makerOf(entry) === maker) ids.push(id);
  }
  return ids;
}
