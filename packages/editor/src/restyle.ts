// Changing the style of shapes on the board.
import type { Op, Props } from "@inkroom/model";
import { hasText, type Shape } from "@inkroom/shapes";
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

/** What the box of words depends on. */
const MEASURED_FOR = ["size", "form", "font", "bold", "italic"] as const;

/** What follows from changes of a shape for the words on it. `shape` has them already. */
function refitted(shape: Shape, changes: Props, measure: TextMeasurer): Props {
  if (!hasText(shape) || !MEASURED_FOR.some((name) => changes[name] !== undefined)) return {};
  return shape.kind === "text" ? measuredText(shape, {}, measure) : relabelled(shape, measure);
}
