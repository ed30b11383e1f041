// The button is down on a shape: a click selects it or the group it is in, a drag moves (where it is not this person's to move it
// begins a marquee, as on paper), a double click goes into the group or
// edits what is written on the shape or cuts the picture, and a second click on a text edits it.
import { isDrag } from "../../pointer.ts";
import { isSelectionMovable } from "../../selection.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { isOnSlidingLabel } from "./sliding-label.ts";
import type { SelectStates } from "./select-tool.ts";

export function pointingShape(run: ToolRun<SelectStates>, { down, id }: SelectStates["pointing-shape"]): ToolState {
  const { context } = run;
  const { editor, groups } = context;
  const before = context.state.selection;
  const wasIn = context.state.entered;
  const wasSelected = before.has(id);
  /** The group stays open for what is in it. */
  const entered = wasIn !== undefined && groups.groupsOf(id).includes(wasIn) ? wasIn : undefined;
  const unit = [...groups.whole([id], entered)];
  const isAlone = groups.unitOf(id, entered) === id;
  const slides = isOnSlidingLabel(context, context.shape(id), down);

  function click(): void {
    if (down.shift) {
      const next = new Set(before);
      for (const one of unit)
        if (wasSelected) next.delete(one);
        else next.add(one);
      editor.select(next);
      return run.go("idle", undefined);
    }
    const wasOnlyOne = wasSelected && before.size === 1;
    editor.select(unit);
    run.go("idle", undefined);
    const isDouble = (down.clickCount ?? 1) >= 2;
    if (isDouble && !isAlone) enterGroup();
    else if (isDouble && context.store.view.get(id)?.kind === "frame") editor.startRenaming(id);
    // A text that is selected is written into by one more click, the label of a shape by a double click.
    else if (isDouble && isAlone && context.store.view.get(id)?.kind === "image") editor.startCropping(id);
    else if (isAlone && (isDouble || (wasOnlyOne && context.store.view.get(id)?.kind === "text")))
      editor.startEditingText(id, context.toPage(down.screen));
  }

  function enterGroup(): void {
    const into = groups.unitOf(id, entered);
    context.patch({ entered: into });
    editor.select(groups.whole([id], into));
  }

  return {
    busy: true,
    enter() {
      context.patch({ entered });
      if (!wasSelected && !down.shift) editor.select(unit);
    },
    onPointerMove(event) {
      if (context.state.readonly || !isDrag(down, event)) return;
      if (!wasSelected) editor.select(down.shift ? [...before, ...unit] : unit);
      if (isSelectionMovable(context)) return run.go(slides ? "sliding-label" : "translating", { down, now: event, id });
      editor.select(before);
      run.go(down.alt ? "lassoing" : "brushing", { down, now: event });
    },
    onPointerUp: click,
    onCancel() {
      context.patch({ entered: wasIn });
      editor.select(before);
      run.go("idle", undefined);
    },
    onBoardChange() {
      if (context.store.view.get(id) === undefined) run.go("idle", undefined);
    },
  };
}
