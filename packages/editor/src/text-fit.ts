// The box of a text that several people have typed into: each measured what they saw. Whoever wrote last measures what it
// has become; nobody else does, so that two browsers which measure differently never answer each other.
import { clientOf, tagOfProp } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { isUnchanged, wholeGroups } from "./shape-edit.ts";
import { measuredText } from "./text-box.ts";

/** Measures those of the texts that this client was the last to type into, and writes the boxes that are wrong. No undo step. */
export function fitTexts({ store, measureText }: Pick<EditorContext, "measureText" | "store">, ids: Iterable<ShapeId>): void {
  if (!store.canEdit) return;
  for (const id of ids) {
    const entry = store.view.entry(id);
    if (entry?.shape.kind !== "text" || entry.runs === undefined) continue;
    if (clientOf(tagOfProp(entry.rev, "text")) !== store.client) continue;
    const { x, ...box } = measuredText(entry.shape, {}, measureText);
    const changes = x === entry.shape.x ? box : { ...box, x };
    if (!isUnchanged(entry.shape, changes)) store.commit([{ op: "set", id, props: wholeGroups(entry.shape, changes) }]);
  }
}
