// A marquee: selects what it touches.
import { boxBetween } from "@inkroom/geometry";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { selecting } from "./selecting.ts";
import type { Drag, SelectStates } from "./select-tool.ts";

export function brushing(run: ToolRun<SelectStates>, { down, now }: Drag): ToolState {
  const { context } = run;
  const origin = context.toPage(down.screen);
  return selecting(run, {
    now,
    reach(event) {
      const brush = boxBetween(origin, context.toPage(event.screen));
      context.patch({ brush });
      return context.index.touching(brush).map(({ id }) => id);
    },
    hide: () => context.patch({ brush: undefined }),
  });
}
