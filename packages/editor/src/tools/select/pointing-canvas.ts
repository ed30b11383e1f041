// The button is down where no shape is hit: a click deselects, a double click starts a text, or inside of a hollow shape its label (with Alt a text), a drag is a marquee, with Alt a lasso;
// inside the frame of what is selected, a drag moves it (so that hollow shapes can be moved by their inside).
import { newText } from "../../new-shape.ts";
import { isDrag } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingCanvas(run: ToolRun<SelectStates>, { down, inSelection }: SelectStates["pointing-canvas"]): ToolState {
  const { context } = run;
  return {
    busy: true,
    onPointerMove(event) {
      if (!isDrag(down, event)) return;
      if (inSelection && !context.state.readonly) run.go("translating", { down, now: event });
      else run.go(down.alt ? "lassoing" : "brushing", { down, now: event });
    },
    onPointerUp() {
      if (!down.shift) {
        context.patch({ entered: undefined });
        context.editor.select([]);
      }
      run.go("idle", undefined);
      if ((down.clickCount ?? 1) !== 2) return;
      const point = context.toPage(down.screen);
      const around = down.alt ? undefined : context.index.labelledAround(point);
      if (around === undefined) context.startNewText(newText(context, point));
      else context.editor.startEditingText(around.id, point);
    },
    onCancel: () => run.go("idle", undefined),
  };
}
