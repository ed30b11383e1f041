// Rectangles, ellipses and the other geometric shapes: drag a box, or click for one of the usual size.
import type { PointerInput } from "../../input-event.ts";
import type { BoxKind } from "../../new-shape.ts";
import type { ToolChart } from "../tool-chart.ts";
import { creatingBox } from "./creating-box.ts";
import { pressing } from "./pressing.ts";

export type BoxStates = { idle: undefined; pressing: PointerInput; creating: { readonly down: PointerInput; readonly now: PointerInput } };

export function boxShapeTool(kind: BoxKind): ToolChart<BoxStates> {
  return {
    states: {
      idle: (run) => ({
        enter: () => run.context.patch({ cursor: "crosshair" }),
        onPointerDown: (event) => run.go("pressing", event),
      }),
      pressing: (run, down) => pressing(run, down, kind),
      creating: (run, press) => creatingBox(run, press, kind),
    },
  };
}
