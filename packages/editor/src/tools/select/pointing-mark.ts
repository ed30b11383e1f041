// The button is down on a check box or, with Mod, on a link: a click ticks the box or follows the link, and selects nothing; a drag
// is that of the shape.
import { hasText } from "@inkroom/shapes";
import { listEdit } from "../../lists/list-edit.ts";
import { wordOps } from "../../lists/word-ops.ts";
import { isDrag } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { MarkFinder } from "./mark-finder.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingMark(run: ToolRun<SelectStates>, { down, mark }: SelectStates["pointing-mark"]): ToolState {
  const { context } = run;
  const { id } = mark;

  /** Others may have written into the text since the press began: the box is looked for anew. */
  function tick(): void {
    const shape = context.store.view.get(id);
    const now = new MarkFinder(context).under(down, shape);
    if (shape === undefined || !hasText(shape) || now?.kind !== "check") return;
    const edit = listEdit("tick", shape.text, now.offset, now.offset);
    if (edit !== undefined) context.history.commit(wordOps(context, shape, edit.splices));
  }

  return {
    busy: true,
    onPointerMove(event) {
      if (!isDrag(down, event)) return;
      if (context.shape(id)?.locked === true) run.go("pointing-canvas", { down, inSelection: false });
      else run.go("pointing-shape", { down, id });
    },
    onPointerUp() {
      run.go("idle", undefined);
      if (mark.kind === "check") tick();
      else context.onFollow?.(mark.href);
    },
    onCancel: () => run.go("idle", undefined),
    onBoardChange() {
      if (context.store.view.get(id) === undefined) run.go("idle", undefined);
    },
  };
}
