// The button is down on a handle of the selection's frame.
import { isDrag } from "../../pointer.ts";
import type { CommandId } from "../../commands/command-id.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { GripName, SelectStates } from "./select-tool.ts";

type PlusName = Extract<GripName, `plus-${string}`>;
const NEIGHBOURS: Readonly<Record<PlusName, CommandId>> = {
  "plus-n": "note.above",
  "plus-e": "note.right",
  "plus-s": "note.below",
  "plus-w": "note.left",
};

export function pointingHandle({ context, go }: ToolRun<SelectStates>, { down, handle }: SelectStates["pointing-handle"]): ToolState {
  const [only] = context.state.selection;
  return {
    busy: true,
    onPointerMove(event) {
      if (!isDrag(down, event)) return;
      if (handle === "turn") go("turning", { down, now: event });
      else if (!isPlus(handle)) go("resizing", { down, now: event, handle });
      else if (only !== undefined) go("carrying-note", { now: event, like: only });
    },
    onPointerUp() {
      go("idle", undefined);
      if (isPlus(handle)) context.editor.run(NEIGHBOURS[handle]);
    },
    onCancel: () => go("idle", undefined),
  };
}

function isPlus(handle: GripName): handle is PlusName {
  return handle in NEIGHBOURS;
}
