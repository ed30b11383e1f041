// A sweep of the eraser that takes parts: strokes lose what it goes over and stay as the pieces that are left. All of a
// sweep is one step: each stroke is replaced by its pieces when the pointer goes up.
import type { Vec } from "@inkroom/geometry";
import type { PointerInput } from "../../input-event.ts";
import { samplesOf } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { EraseStates } from "./erase-tool.ts";
import { PartSweep } from "./part-sweep.ts";

/** Radius of the eraser, screen pixels: mouse and pen, and finger. The cursor shows the first. */
const RADIUS_PX = { fine: 10, coarse: 18 } as const;

export function erasingParts(run: ToolRun<EraseStates>, down: PointerInput): ToolState {
  const { context } = run;
  const sweep = new PartSweep(context);
  let last: Vec = context.toPage(down.screen);

  function eraseTo(event: PointerInput): void {
    const radius = (event.pointerType === "touch" ? RADIUS_PX.coarse : RADIUS_PX.fine) / context.state.camera.zoom;
    let isChanged = false;
    for (const sample of samplesOf(event)) {
      const to = context.toPage(sample);
      if (sweep.erase({ from: last, to, radius })) isChanged = true;
      last = to;
    }
    if (isChanged) context.patch({ preview: sweep.preview() });
  }

  return {
    busy: true,
    enter: () => eraseTo(down),
    exit: () => context.patch({ preview: new Map() }),
    onPointerMove: eraseTo,
    onPointerUp(event) {
      eraseTo(event);
      const ops = sweep.ops();
      if (ops.length > 0) context.history.commit(ops);
      run.go("idle", undefined);
    },
    onCancel: () => run.go("idle", undefined),
    onBoardChange(touched) {
      if ([...touched].some((id) => sweep.has(id))) context.patch({ preview: sweep.preview() });
    },
  };
}
