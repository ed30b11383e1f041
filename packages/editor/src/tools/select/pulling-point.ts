// A point of a line or an arrow under the pointer: one undo step.
import { isLinear } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { createSnapping } from "../../snapping.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { dragging } from "./dragging.ts";
import { createPointPull } from "./point-pull.ts";
import type { SelectStates } from "./select-tool.ts";

export function pullingPoint(run: ToolRun<SelectStates>, { down, now, id, handle }: SelectStates["pulling-point"]): ToolState {
  const { context } = run;
  const original = context.shape(id);
  const edit = createLiveEdit(context, now.tMs);
  const snapping = createSnapping(context, new Set([id]));
  const pull =
    original === undefined || !isLinear(original)
      ? undefined
      : createPointPull(context, { original, handle, origin: context.toPage(down.screen), snapping });

  function follow(event: PointerInput): void {
    if (pull !== undefined) edit.update(new Map([[id, pull(event)]]), event.tMs);
  }

  return dragging(run, {
    edit,
    first: now,
    follow,
    scrollsAtEdge: true,
    enter: () => context.patch({ point: handle.role === "point" ? handle.index : handle.index + 1, cursor: "grabbing" }),
    exit() {
      snapping.end();
      context.patch({ bindTarget: undefined });
    },
  });
}
