// An eraser sweep: marks what the path of the pointer touches; Alt takes marks away again.
import type { Vec } from "@inkroom/geometry";
import type { ShapeId } from "@inkroom/shapes";
import { deletionOps } from "../../deletion.ts";
import type { PointerInput } from "../../input-event.ts";
import { hitSlack, samplesOf } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { EraseStates } from "./erase-tool.ts";

export function erasing(run: ToolRun<EraseStates>, down: PointerInput): ToolState {
  const { context } = run;
  let last: Vec = context.toPage(down.screen);

  function sweepTo(event: PointerInput): void {
    const marked = new Set(context.state.erasing);
    const slack = hitSlack(event.pointerType, context.state.camera.zoom);
    for (const sample of samplesOf(event)) {
      const next = context.toPage(sample);
      const hits = context.index.alongSegment(last, next, slack, "changeable").map(({ id }) => id);
      for (const id of context.groups.whole(hits, undefined)) {
        // Of a group of others' too one's own is all that goes.
        if (context.store.view.isForeign(id)) continue;
        if (event.alt) marked.delete(id);
        else marked.add(id);
      }
      last = next;
    }
    if (!isSameSet(marked, context.state.erasing)) context.patch({ erasing: marked });
  }

  return {
    busy: true,
    enter: () => sweepTo(down),
    exit: () => context.patch({ erasing: new Set() }),
    onPointerMove: sweepTo,
    onPointerUp(event) {
      sweepTo(event);
      const ops = deletionOps(
        context,
        [...context.state.erasing].filter((id) => context.store.view.get(id) !== undefined),
      );
      if (ops.length > 0) context.history.commit(ops);
      run.go("idle", undefined);
    },
    onCancel: () => run.go("idle", undefined),
    onBoardChange(touched) {
      const left = [...context.state.erasing].filter((id) => !touched.has(id) || context.store.view.get(id) !== undefined);
      if (left.length < context.state.erasing.size) context.patch({ erasing: new Set(left) });
    },
  };
}

function isSameSet(a: ReadonlySet<ShapeId>, b: ReadonlySet<ShapeId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
