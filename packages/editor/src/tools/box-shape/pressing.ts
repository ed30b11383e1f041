// The button is down and has not moved: a box of the usual size, or the beginning of a drag.
import { DEFAULT_EXTENT, defaultOrigin } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { type BoxKind, newBoxShape } from "../../new-shape.ts";
import { isDrag } from "../../pointer.ts";
import { clampPoint } from "../../shape-edit.ts";
import { afterCreation } from "../after-creation.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { BoxStates } from "./box-shape-tool.ts";

export function pressing(run: ToolRun<BoxStates>, down: PointerInput, kind: BoxKind): ToolState {
  const { context } = run;
  return {
    busy: true,
    onPointerMove(event) {
      if (isDrag(down, event)) run.go("creating", { down, now: event });
    },
    onPointerUp() {
      const corner = clampPoint(defaultOrigin(kind, context.toPage(down.screen)));
      const shape = newBoxShape(context, kind, { ...corner, ...DEFAULT_EXTENT[kind] });
      const isMade = context.history.commit([{ op: "add", shape }]);
      run.go("idle", undefined);
      if (isMade) afterCreation(context, shape.id);
    },
    onCancel: () => run.go("idle", undefined),
  };
}
