// Lines and arrows: one segment from press to release; a click makes one of the usual length. Shift turns it in steps of 15 degrees.
import type { Vec } from "@inkroom/geometry";
import { DEFAULT_EXTENT, defaultOrigin } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { newLinear } from "../../new-shape.ts";
import { isDrag, snapAngle } from "../../pointer.ts";
import { clampPoint } from "../../shape-edit.ts";
import { afterCreation } from "../after-creation.ts";
import { creating } from "../creating.ts";
import type { ToolChart } from "../tool-chart.ts";

type LinearStates = { idle: undefined; pressing: PointerInput; creating: { readonly down: PointerInput; readonly now: PointerInput } };

export function linearTool(kind: "line" | "arrow"): ToolChart<LinearStates> {
  return {
    states: {
      idle: (run) => ({
        enter: () => run.context.patch({ cursor: "crosshair" }),
        onPointerDown: (event) => run.go("pressing", event),
      }),
      pressing: ({ context, go }, down) => ({
        busy: true,
        onPointerMove(event) {
          if (isDrag(down, event)) go("creating", { down, now: event });
        },
        onPointerUp() {
          const { w, h } = DEFAULT_EXTENT[kind];
          const from = clampPoint(defaultOrigin(kind, context.toPage(down.screen)));
          const shape = newLinear(context, kind, from, { x: from.x + w, y: from.y + h });
          const isMade = context.history.commit([{ op: "add", shape }]);
          go("idle", undefined);
          if (isMade) afterCreation(context, shape.id);
        },
        onCancel: () => go("idle", undefined),
      }),
      creating(run, { down, now }) {
        const { context } = run;
        const from = context.toPage(down.screen);
        return creating({
          context,
          first: now,
          make: (event) => newLinear(context, kind, from, endOf(from, context.toPage(event.screen), event.shift)),
          change(event) {
            const to = endOf(from, context.toPage(event.screen), event.shift);
            return { vertices: [0, 0, to.x - from.x, to.y - from.y] };
          },
          leave: () => run.go("idle", undefined),
        });
      },
    },
  };
}

function endOf(from: Vec, to: Vec, shift: boolean): Vec {
  const end = shift ? snapAngle(from, to) : to;
  // Vertices are relative, and bounded like coordinates.
  const relative = clampPoint({ x: end.x - from.x, y: end.y - from.y });
  return { x: from.x + relative.x, y: from.y + relative.y };
}
