// Text: a click starts a new text there, or edits the text under the pointer.
import type { PointerInput } from "../../input-event.ts";
import { hitSlack } from "../../pointer.ts";
import type { ToolChart } from "../tool-chart.ts";

type TextStates = { idle: undefined; pressing: PointerInput };

export const textTool: ToolChart<TextStates> = {
  states: {
    idle: (run) => ({
      enter: () => run.context.patch({ cursor: "text" }),
      onPointerDown: (event) => run.go("pressing", event),
    }),
    pressing: ({ context, go }, down) => ({
      busy: true,
      onPointerUp() {
        const point = context.toPage(down.screen);
        const hit = context.index.topmostAt(point, hitSlack(down.pointerType, context.state.camera.zoom));
        go("idle", undefined);
        if (hit?.kind === "text") context.editor.startEditingText(hit.id, point);
        else context.startNewText(point);
      },
      onCancel: () => go("idle", undefined),
    }),
  },
};
