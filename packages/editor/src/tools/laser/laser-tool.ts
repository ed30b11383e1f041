// The laser pointer: shows where it is while it is pressed, and leaves nothing on the board. Viewers have it too.
import type { PointerInput } from "../../input-event.ts";
import { samplesOf } from "../../pointer.ts";
import type { ToolChart, ToolRun, ToolState } from "../tool-chart.ts";

type LaserStates = { idle: undefined; pointing: PointerInput };

export const laserTool: ToolChart<LaserStates> = {
  states: {
    idle: (run) => ({
      enter: () => run.context.patch({ cursor: "crosshair" }),
      onPointerDown: (event) => run.go("pointing", event),
    }),
    pointing,
  },
};

function pointing({ context, go }: ToolRun<LaserStates>, down: PointerInput): ToolState {
  const show = (event: PointerInput): void => context.patch({ laser: samplesOf(event).map((sample) => context.toPage(sample)) });
  return {
    busy: true,
    enter: () => show(down),
    exit: () => context.patch({ laser: undefined }),
    onPointerMove: show,
    onPointerUp: () => go("idle", undefined),
    onCancel: () => go("idle", undefined),
  };
}
