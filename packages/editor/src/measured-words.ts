// What texts and labels have become that several people have typed into, measured and written down.
import type { Props } from "@inkroom/model";
import { hasText, type Shape, type ShapeId, textBoxNames } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { isSameValue, wholeGroups } from "./shape-edit.ts";
import { fittedText } from "./text-box.ts";

/** Writes the boxes of these that are wrong. No undo step. */
export function writeMeasured({ store, measureText, history }: EditorContext, ids: readonly ShapeId[]): void {
  for (const id of ids) {
    const shape = store.view.get(id);
    if (shape === undefined || !hasText(shape)) continue;
    const [w, h] = textBoxNames(shape);
    const { box, props } = fittedText(shape, measureText);
    const changes = { ...props, [w]: box.w, [h]: box.h };
    if (!isNearly(shape, changes)) history.follow({ op: "set", id, props: wholeGroups(shape, changes) });
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
