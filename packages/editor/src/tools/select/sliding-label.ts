// The words on a line or an arrow under the pointer, which slide along it: one undo step.
import { isLinear, isOnLineLabel, type Shape, type ShapeId, slidTo } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { dragging } from "./dragging.ts";
import type { SelectStates } from "./select-tool.ts";

/** Would a drag from there slide the words of the shape? Of one that is not selected together with others, which would all move. */
export function isOnSlidingLabel(context: EditorContext, shape: Shape | undefined, event: PointerInput): boolean {
  const { selection, readonly, isLocked } = context.state;
  if (shape === undefined || !isLinear(shape) || readonly || event.shift || event.alt) return false;
  if (selection.has(shape.id) ? selection.size > 1 || isLocked : context.groups.unitOf(shape.id, context.state.entered) !== shape.id)
    return false;
  return isOnLineLabel(shape, context.toPage(event.screen));
}

type Slide = { readonly down: PointerInput; readonly now: PointerInput; readonly id: ShapeId };

export function slidingLabel(run: ToolRun<SelectStates>, { now, id }: Slide): ToolState {
  const { context } = run;
  const edit = createLiveEdit(context, now.tMs);

  function follow(event: PointerInput): void {
    const shape = context.shape(id);
    if (shape === undefined || !isLinear(shape)) return;
    const labelPosition = slidTo(shape, context.toPage(event.screen), context.state.camera.zoom);
    edit.update(new Map([[id, { labelPosition }]]), event.tMs);
  }

  return dragging(run, { edit, first: now, follow, enter: () => context.patch({ cursor: "grabbing" }) });
}
