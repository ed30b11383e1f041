// The hand: drags the paper. Space and the middle button borrow its panning state from any tool.
import { panBy } from "../../camera.ts";
import type { PointerInput } from "../../input-event.ts";
import type { ToolChart } from "../tool-chart.ts";

type HandStates = { idle: undefined; panning: PointerInput };

export const handTool: ToolChart<HandStates> = {
  states: {
    idle: (run) => ({
      enter: () => run.context.patch({ cursor: "grab" }),
      onPointerDown: (event) => run.go("panning", event),
    }),
    panning: (run, down) => {
      let last = down.screen;
      return {
        busy: true,
        enter: () => run.context.patch({ cursor: "grabbing" }),
        onPointerMove(event) {
          run.context.patch({ camera: panBy(run.context.state.camera, event.screen.x - last.x, event.screen.y - last.y) });
          last = event.screen;
        },
        onPointerUp: () => run.go("idle", undefined),
        onCancel: () => run.go("idle", undefined),
      };
    },
  },
};
