// Changing the style of shapes on the board.
import type { Op, Props } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";
import { wholeGroups } from "./shape-edit.ts";
import { type StylePatch, styleChanges } from "./style.ts";
import { measuredText } from "./text-box.ts";
import type { TextMeasurer } from "./text-measurer.ts";

/** Ops that give the shapes this style, as far as their kinds have it. A text is measured anew for another size. */
export function restyleOps(shapes: readonly Shape[], patch: StylePatch, measure: TextMeasurer): Op[] {
  const ops: Op[] = [];
  for (const shape of shapes) {
    const changes: Props = styleChanges(shape, patch);
    if (Object.keys(changes).length === 0) continue;
    const isResized = shape.kind === "text" && patch.size !== undefined && changes["size"] !== undefined;
    const props = isResized ? { ...changes, ...measuredText(shape, { size: patch.size }, measure) } : changes;
    ops.push({ op: "set", id: shape.id, props: wholeGroups(shape, props) });
  }
  return ops;
}
