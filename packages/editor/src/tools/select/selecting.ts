// A drag that selects as it goes, whatever its shape: one's own before others', where one may add only. Shift adds to what was selected, Escape gives that back.
import type { ShapeId } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { ownFirst } from "../../locks.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export type Selecting = {
  /** The move that made it a drag. */
  readonly now: PointerInput;
  /** Shows how far it reaches now, and gives what that touches. */
  readonly reach: (event: PointerInput) => readonly ShapeId[];
  /** Shows it no more. */
  readonly hide: () => void;
};

export function selecting({ context, go }: ToolRun<SelectStates>, { now, reach, hide }: Selecting): ToolState {
  const before = context.state.selection;

  function follow(event: PointerInput): void {
    const touched = [...context.groups.whole(ownFirst(context.store.view, reach(event)), context.state.entered)];
    context.editor.select(event.shift ? [...before, ...touched] : touched);
  }

  return {
    busy: true,
    scrollsAtEdge: true,
    enter: () => follow(now),
    exit: hide,
    onPointerMove: follow,
    onPointerUp(event) {
      follow(event);
      go("idle", undefined);
    },
    onCancel() {
      context.editor.select(before);
      go("idle", undefined);
    },
  };
}
