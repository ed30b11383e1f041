// A lasso: selects what the loop touches or has inside.
import type { Vec } from "@inkroom/geometry";
import type { ShapeId } from "@inkroom/shapes";
import { samplesOf } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { selecting } from "./selecting.ts";
import type { Drag, SelectStates } from "./select-tool.ts";

/** Samples nearer to each other are one, screen pixels. */
const MIN_STEP_PX = 3;

export function lassoing(run: ToolRun<SelectStates>, { down, now }: Drag): ToolState {
  const { context } = run;
  const origin = context.toPage(down.screen);
  let loop: readonly Vec[] = [origin];
  /** What the line has touched so far: it only grows. */
  const touched = new Set<ShapeId>();
  return selecting(run, {
    now,
    reach(event) {
      const minStep = MIN_STEP_PX / context.state.camera.zoom;
      for (const sample of samplesOf(event)) {
        const next = context.toPage(sample);
        const last = loop.at(-1) ?? origin;
        if (Math.hypot(next.x - last.x, next.y - last.y) < minStep) continue;
        for (const { id } of context.index.alongSegment(last, next, 0, "unlocked")) touched.add(id);
        loop = [...loop, next];
      }
      context.patch({ lasso: loop });
      const closing = context.index.alongSegment(loop.at(-1) ?? origin, origin, 0, "unlocked");
      return [...touched, ...[...closing, ...context.index.within(loop)].map(({ id }) => id)];
    },
    hide: () => context.patch({ lasso: undefined }),
  });
}
