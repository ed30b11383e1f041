// Lines and arrows: a drag is one segment from press to release, clicks set point after point.
import type { PointerInput } from "../../input-event.ts";
import { isDrag } from "../../pointer.ts";
import type { ToolChart } from "../tool-chart.ts";
import { holdAt, type LinearKind } from "./linear-end.ts";
import { placingPoints } from "./placing-points.ts";
import { pullingSegment } from "./pulling-segment.ts";

type LinearStates = {
  idle: undefined;
  pressing: PointerInput;
  /** `now`: the move that made it a drag. */
  pulling: { readonly down: PointerInput; readonly now: PointerInput };
  /** The click that sets the first point. */
  placing: PointerInput;
};

export function linearTool(kind: LinearKind): ToolChart<LinearStates> {
  return {
    states: {
      idle: ({ context, go }) => ({
        enter: () => context.patch({ cursor: "crosshair" }),
        exit: () => context.patch({ bindTarget: undefined }),
        onPointerLost: () => context.patch({ bindTarget: undefined }),
        onPointerMove(event) {
          if (event.pointerType !== "touch") holdAt(context, kind, context.toPage(event.screen), event);
        },
        onPointerDown: (event) => go("pressing", event),
      }),
      pressing: ({ context, go }, down) => ({
        busy: true,
        enter: () => void holdAt(context, kind, context.toPage(down.screen), down),
        exit: () => context.patch({ bindTarget: undefined }),
        onPointerMove(event) {
          if (isDrag(down, event)) go("pulling", { down, now: event });
        },
        onPointerUp: () => go("placing", down),
        onCancel: () => go("idle", undefined),
      }),
      pulling: ({ context, go }, { down, now }) => pullingSegment(context, { kind, down, now, leave: () => go("idle", undefined) }),
      placing: ({ context, go }, down) => placingPoints(context, { kind, down, leave: () => go("idle", undefined) }),
    },
  };
}
