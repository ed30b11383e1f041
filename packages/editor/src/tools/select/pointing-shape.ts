// The button is down on a shape: a click selects, a drag moves, a second click on a text edits it.
import { isDrag } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingShape(run: ToolRun<SelectStates>, { down, id }: SelectStates["pointing-shape"]): ToolState {
  const { context } = run;
  const before = context.state.selection;
  const wasSelected = before.has(id);

  function click(): void {
    if (down.shift) {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      context.editor.select(next);
      return run.go("idle", undefined);
    }
    const wasOnlyOne = wasSelected && before.size === 1;
    context.editor.select([id]);
    run.go("idle", undefined);
    if (wasOnlyOne || (down.clickCount ?? 1) >= 2) context.editor.startEditingText(id, context.toPage(down.screen));
  }

  return {
    busy: true,
    enter() {
      if (!wasSelected && !down.shift) context.editor.select([id]);
    },
    onPointerMove(event) {
      if (context.state.readonly || !isDrag(down, event)) return;
      if (!wasSelected) context.editor.select(down.shift ? [...before, id] : [id]);
      run.go("translating", { down, now: event });
    },
    onPointerUp: click,
    onCancel() {
      context.editor.select(before);
      run.go("idle", undefined);
    },
    onBoardChange() {
      if (context.store.view.get(id) === undefined) run.go("idle", undefined);
    },
  };
}
