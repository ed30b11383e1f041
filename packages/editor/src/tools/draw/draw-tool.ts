// The pen and the highlighter. A press draws a stroke; the tool stays.
import type { NibName } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import type { ToolChart, ToolRun, ToolState } from "../tool-chart.ts";
import { drawing } from "./drawing.ts";

export type DrawStates = {
  idle: undefined;
  drawing: PointerInput;
  /** The stroke has become another shape, whose code is fetched apart. */
  shaping: (run: ToolRun<DrawStates>) => ToolState;
};

export function drawTool(nib: NibName): ToolChart<DrawStates> {
  return {
    states: {
      idle: (run) => ({
        enter: () => run.context.patch({ cursor: "crosshair" }),
        onPointerDown: (event) => run.go("drawing", event),
      }),
      drawing: (run, down) => drawing(run, down, nib),
      shaping: (run, begin) => begin(run),
    },
  };
}
