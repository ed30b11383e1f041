// The eraser. As a rule what it touches is marked and deleted when the pointer goes up; as an eraser of parts it takes of
// strokes no more than it goes over.
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import type { ToolChart } from "../tool-chart.ts";
import { erasing } from "./erasing.ts";
import { erasingParts } from "./erasing-parts.ts";

export type EraseStates = { idle: undefined; erasing: PointerInput; "erasing-parts": PointerInput };

export const eraseTool: ToolChart<EraseStates> = {
  states: {
    idle: (run) => ({
      enter: () => showCursor(run.context),
      // The other eraser may have been chosen meanwhile.
      onPointerMove: () => showCursor(run.context),
      onPointerDown: (event) => run.go(run.context.state.style.eraser === "part" ? "erasing-parts" : "erasing", event),
    }),
    erasing,
    "erasing-parts": erasingParts,
  },
};

function showCursor({ state, patch }: EditorContext): void {
  patch({ cursor: state.style.eraser === "part" ? "eraser" : "cell" });
}
