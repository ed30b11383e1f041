// The pen. A press draws a stroke; the tool stays.
import type { PointerInput } from "../../input-event.ts";
import type { ToolChart } from "../tool-chart.ts";
import { drawing } from "./drawing.ts";

export type DrawStates = { idle: undefined; drawing: PointerInput };

export const drawTool: ToolChart<DrawStates> = {
  states: {
    idle: (run) => ({
      enter: () => run.context.patch({ cursor: "crosshair" }),
      onPointerDown: (event) => run.go("drawing", event),
    }),
    drawing,
  },
};
