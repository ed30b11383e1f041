// A marquee: selects what it touches; Shift adds to what was selected.
import { boxBetween } from "@inkroom/geometry";
import type { PointerInput } from "../../input-event.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { Drag, SelectStates } from "./select-tool.ts";

export function brushing(run: ToolRun<SelectStates>, { down, now }: Drag): ToolState {
  const { context } = run;
  const before = context.state.selection;
  const origin = context.toPage(down.screen);

  function follow(event: PointerInput): void {
    const brush = boxBetween(origin, context.toPage(event.screen));
    const touched = context.index.touching(brush).map((shape) => shape.id);
    context.patch({ brush });
    context.editor.select(event.shift ? [...before, ...touched] : touched);
  }

  return {
    busy: true,
    enter: () => follow(now),
    exit: () => context.patch({ brush: undefined }),
    onPointerMove: follow,
    onPointerUp(event) {
      follow(event);
      run.go("idle", undefined);
    },
    onCancel() {
      context.editor.select(before);
      run.go("idle", undefined);
    },
  };
}
