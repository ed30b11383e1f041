// A look at the whole board, to go elsewhere on it: as long as this is in the hand, a frame of what will be seen goes with the pointer,
// and when it is put down the view is there, as near as it was.
import { unionBoxes, type Vec } from "@inkroom/geometry";
import { type Camera, fitBox, visibleBox } from "../../camera.ts";
import type { ToolChart, ToolRun, ToolState } from "../tool-chart.ts";

export const quickZoomTool: ToolChart<{ idle: undefined }> = { states: { idle: looking } };

function looking({ context }: ToolRun<{ idle: undefined }>): ToolState {
  const before = context.state.camera;
  /** Where the view goes: back, until the pointer says otherwise. */
  let goal: Camera = before;
  const pick = (screen: Vec): void => {
    const { viewport } = context.state;
    const point = context.toPage(screen);
    goal = { ...before, x: point.x - viewport.w / before.zoom / 2, y: point.y - viewport.h / before.zoom / 2 };
    context.patch({ brush: visibleBox(goal, viewport) });
  };
  return {
    enter() {
      const { viewport } = context.state;
      const seen = visibleBox(before, viewport);
      const all = context.index.bounds();
      const whole = all === undefined ? seen : unionBoxes([seen, all]);
      context.patch({ camera: fitBox(whole ?? seen, viewport, before.zoom), brush: seen, cursor: "crosshair" });
    },
    onPointerMove: ({ screen }) => pick(screen),
    onPointerDown: ({ screen }) => pick(screen),
    onCancel(reason) {
      if (reason === "escape") goal = before;
    },
    exit: () => context.patch({ camera: goal, brush: undefined }),
  };
}
