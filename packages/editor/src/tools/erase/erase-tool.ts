// The eraser: whole shapes. What it touches is marked and deleted when the pointer goes up.
import type { PointerInput } from "../../input-event.ts";
import type { ToolChart } from "../tool-chart.ts";
import { erasing } from "./erasing.ts";

export type EraseStates = { idle: undefined; erasing: PointerInput };

export const eraseTool: ToolChart<EraseStates> = {
  states: {
    idle: (run) => ({
      enter: () => run.context.patch({ cursor: "cell" }),
      onPointerDown: (event) => run.go("erasing", event),
    }),
    erasing,
  },
};
