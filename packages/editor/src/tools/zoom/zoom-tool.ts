// The magnifier: a press goes nearer to a point, with Alt further away from it, a drag to all that is in its box. Viewers have it too.
import { boxBetween } from "@inkroom/geometry";
import { fitBox, MAX_ZOOM, zoomAt } from "../../camera.ts";
import type { PointerInput } from "../../input-event.ts";
import { isDrag } from "../../pointer.ts";
import type { ToolChart, ToolRun, ToolState } from "../tool-chart.ts";

type ZoomStates = { idle: undefined; pointing: PointerInput; boxing: { readonly down: PointerInput; readonly now: PointerInput } };

const STEP = 2;
/** The box fills the view. */
const NO_MARGIN = { x: 0, y: 0 };

export const zoomTool: ToolChart<ZoomStates> = {
  states: {
    idle: ({ context, go }) => ({
      enter: () => context.patch({ cursor: "zoom-in" }),
      onPointerMove: ({ alt }) => context.patch({ cursor: alt ? "zoom-out" : "zoom-in" }),
      onPointerDown: (event) => go("pointing", event),
    }),
    pointing,
    boxing,
  },
};

function pointing({ context, go }: ToolRun<ZoomStates>, down: PointerInput): ToolState {
  return {
    busy: true,
    onPointerMove(event) {
      if (!down.alt && isDrag(down, event)) go("boxing", { down, now: event });
    },
    onPointerUp() {
      const { camera } = context.state;
      context.patch({ camera: zoomAt(camera, down.screen, down.alt ? camera.zoom / STEP : camera.zoom * STEP) });
      go("idle", undefined);
    },
    onCancel: () => go("idle", undefined),
  };
}

function boxing({ context, go }: ToolRun<ZoomStates>, { down, now }: ZoomStates["boxing"]): ToolState {
  const origin = context.toPage(down.screen);
  const follow = (event: PointerInput): void => context.patch({ brush: boxBetween(origin, context.toPage(event.screen)) });
  return {
    busy: true,
    scrollsAtEdge: true,
    enter: () => follow(now),
    exit: () => context.patch({ brush: undefined }),
    onPointerMove: follow,
    onPointerUp(event) {
      const box = boxBetween(origin, context.toPage(event.screen));
      context.patch({ camera: fitBox(box, context.state.viewport, MAX_ZOOM, NO_MARGIN) });
      go("idle", undefined);
    },
    onCancel: () => go("idle", undefined),
  };
}
