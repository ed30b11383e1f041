// Changing the style of shapes on the board.
import type { Op, Props } from "@inkroom/model";
import { hasText, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { isOutOfReach } from "./locks.ts";
import { selectedShapes } from "./selection.ts";
import { withProps, wholeGroups } from "./shape-edit.ts";
import { type StylePatch, styleChanges } from "./style.ts";
import { measuredText, relabelled } from "./text-box.ts";
import type { TextMeasurer } from "./text-measurer.ts";

/** Ops that give the shapes this style, as far as their kinds have it. Words are measured anew for another size or outline. */
export function restyleOps(shapes: readonly Shape[], patch: StylePatch, measure: TextMeasurer): Op[] {
  const ops: Op[] = [];
  for (const shape of shapes) {
    const changes: Props = styleChanges(shape, patch);
    if (Object.keys(changes).length === 0) continue;
    ops.push({
      op: "set",
      id: shape.id,
      props: wholeGroups(shape, { ...changes, ...refitted(withProps(shape, changes), changes, measure) }),
    });
  }
  return ops;
}

/** The selected shapes as they would be in this style, which their words fit in as they are. */
export function triedStyle({ state, store }: Pick<EditorContext, "state" | "store">, patch: StylePatch): ReadonlyMap<ShapeId, Shape> {
  const shapes = selectedShapes({ state, shape: (id) => store.view.get(id) }).filter((shape) => !isOutOfReach(store.view, shape));
  return new Map(shapes.map((shape) => [shape.id, withProps(shape, styleChanges(shape, patch))]));
}

/** What the box of words depends on. */
const MEASURED_FOR = ["size", "form", "font", "bold", "italic"] as const;

/** What follows from changes of a shape for the words on it. `shape` has them already. */
function refitted(shape: Shape, changes: Props, measure: TextMeasurer): Props {
  if (!hasText(shape) || !MEASURED_FOR.some((name) => changes[name] !== undefined)) return {};
  return shape.kind === "text" ? measuredText(shape, {}, measure) : relabelled(shape, measure);
}
