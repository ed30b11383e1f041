// The button is down on a handle of the selection's frame.
import { isDrag } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingHandle(run: ToolRun<SelectStates>, { down, handle }: SelectStates["pointing-handle"]): ToolState {
  return {
    busy: true,
    onPointerMove(event) {
      if (!isDrag(down, event)) return;
      if (handle === "turn") run.go("turning", { down, now: event });
      else run.go("resizing", { down, now: event, handle });
    },
    onPointerUp: () => run.go("idle", undefined),
    onCancel: () => run.go("idle", undefined),
  };
}
