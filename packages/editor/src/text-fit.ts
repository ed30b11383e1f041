// The box of words that several people have typed: each measured what they saw. Whoever wrote last measures what they have
// become; nobody else does, so that two browsers which measure differently never answer each other.
import { clientOf, type Props, tagOfProp } from "@inkroom/model";
import { hasText, type Shape, type ShapeId, textBoxNames } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { isSameValue, wholeGroups } from "./shape-edit.ts";
import { fittedText } from "./text-box.ts";

/** Measures those of the texts and labels that this client was the last to type into, and writes the boxes that are wrong. No undo step. */
export function fitTexts(
  { store, measureText, history }: Pick<EditorContext, "history" | "measureText" | "store">,
  ids: Iterable<ShapeId>,
): void {
  if (!store.canEdit) return;
  for (const id of ids) {
    const entry = store.view.entry(id);
    if (entry === undefined || !hasText(entry.shape) || entry.runs === undefined) continue;
    if (clientOf(tagOfProp(entry.rev, "text")) !== store.client) continue;
    const [w, h] = textBoxNames(entry.shape);
    const { box, props } = fittedText(entry.shape, measureText);
    const changes = { ...props, [w]: box.w, [h]: box.h };
    if (!isNearly(entry.shape, changes)) history.follow({ op: "set", id, props: wholeGroups(entry.shape, changes) });
  }
}

/** Boxes that were scaled differ so much from measured ones by the way they were reckoned, page units. */
const NOISE = 1e-6;

/** Would writing `changes` leave the shape as it is seen? */
function isNearly(shape: Shape, changes: Props): boolean {
  const current = shape as unknown as Props;
  return Object.entries(changes).every(([name, value]) => {
    const before = current[name];
    const isNear = typeof value === "number" && typeof before === "number" && Math.abs(value - before) < NOISE;
    return isNear || isSameValue(before, value);
  });
}
