// The button is down on a point of the selected line, or half way between two: a click chooses the point, a double click takes it
// away (of two it turns an arrow's head on or off, half way it writes on the line), a drag pulls it or makes a new one.
import { isDrag } from "../../pointer.ts";
import { pointRemoval } from "../../line-points.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingPoint(run: ToolRun<SelectStates>, { down, id, handle }: SelectStates["pointing-point"]): ToolState {
  const { context } = run;

  function doubleClick(): void {
    const shape = context.shape(id);
    if (handle.role === "middle") return context.editor.startEditingText(id, context.toPage(down.screen));
    const op = shape && pointRemoval(shape, handle.index);
    if (op === undefined) return;
    context.history.commit([op]);
    context.patch({ point: undefined });
  }

  return {
    busy: true,
    onPointerMove(event) {
      if (isDrag(down, event)) run.go("pulling-point", { down, now: event, id, handle });
    },
    onPointerUp() {
      context.patch({ point: handle.role === "point" ? handle.index : undefined });
      run.go("idle", undefined);
      if ((down.clickCount ?? 1) === 2) doubleClick();
    },
    onCancel: () => run.go("idle", undefined),
  };
}
