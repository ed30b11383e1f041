// The box of words that several people have typed: each measured what they saw. Whoever wrote last measures what they have
// become; nobody else does, so that two browsers which measure differently never answer each other.
import { clientOf, tagOfProp } from "@inkroom/model";
import { hasText, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";

/** Measures those of the texts and labels that this client was the last to type into. */
export function fitTexts(context: EditorContext, ids: Iterable<ShapeId>): void {
  const { store } = context;
  if (!store.canEdit) return;
  const own = [...ids].filter((id) => {
    const entry = store.view.entry(id);
    return entry?.runs !== undefined && hasText(entry.shape) && clientOf(tagOfProp(entry.rev, "text")) === store.client;
  });
  if (own.length > 0) context.parts.use("tools", ({ writeMeasured }) => writeMeasured(context, own));
}
