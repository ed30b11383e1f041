// The button is down on a point of the selected line, half way between two, or on a segment of an elbow: a click chooses the point, a
// double click takes it away (of two it turns an arrow's head on or off, half way it writes on the line), a drag pulls it or makes a new
// one. A drag pins a segment, a double click lets go of it.
import { isDrag } from "../../pointer.ts";
import { drawnPlace } from "../../arrow-place.ts";
import { pointRemoval } from "../../line-points.ts";
import { unpinned } from "../../segment-pins.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingPoint(run: ToolRun<SelectStates>, { down, id, handle }: SelectStates["pointing-point"]): ToolState {
  const { context } = run;

  function doubleClick(): void {
    const shape = context.shape(id);
    if (handle.role === "segment" && handle.isPinned && shape?.kind === "arrow") {
      const props = { ...drawnPlace(shape), pins: unpinned(shape, handle.index) };
      return void context.history.commit([{ op: "set", id, props }]);
    }
    if (handle.role !== "point") return context.editor.startEditingText(id, context.toPage(down.screen));
    const op = shape && pointRemoval(shape, handle.index);
    if (op === undefined) return;
    context.history.commit([op]);
    context.patch({ point: undefined });
  }

  return {
    busy: true,
    onPointerMove(event) {
      if (!isDrag(down, event)) return;
      if (handle.role === "segment") run.go("shifting-segment", { down, now: event, id, handle });
      else run.go("pulling-point", { down, now: event, id, handle });
    },
    onPointerUp() {
      context.patch({ point: handle.role === "point" ? handle.index : undefined });
      run.go("idle", undefined);
      if ((down.clickCount ?? 1) === 2) doubleClick();
    },
    onCancel: () => run.go("idle", undefined),
  };
}
