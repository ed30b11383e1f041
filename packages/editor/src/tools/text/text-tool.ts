// Text: a click starts a new text there, or edits the text under the pointer; a drag starts one as wide as it was pulled.
import { boxBetween } from "@inkroom/geometry";
import type { PointerInput } from "../../input-event.ts";
import { newText } from "../../new-shape.ts";
import { hitSlack, isDrag } from "../../pointer.ts";
import type { ToolChart, ToolRun, ToolState } from "../tool-chart.ts";

type Pull = { readonly down: PointerInput; readonly now: PointerInput };
type TextStates = { idle: undefined; pressing: PointerInput; pulling: Pull };

/** A text is pulled to at least this width, screen pixels: a narrower one was meant as a click. */
const LEAST_WIDTH = 24;

export const textTool: ToolChart<TextStates> = {
  states: {
    idle: (run) => ({
      enter: () => run.context.patch({ cursor: "text" }),
      onPointerDown: (event) => run.go("pressing", event),
    }),
    pressing: ({ context, go }, down) => ({
      busy: true,
      onPointerMove(event) {
        if (isDrag(down, event)) go("pulling", { down, now: event });
      },
      onPointerUp() {
        const point = context.toPage(down.screen);
        const hit = context.index.topmostAt(point, hitSlack(down.pointerType, context.state.camera.zoom), "changeable");
        go("idle", undefined);
        if (hit?.kind === "text") context.editor.startEditingText(hit.id, point);
        else context.startNewText(newText(context, point));
      },
      onCancel: () => go("idle", undefined),
    }),
    pulling,
  },
};

function pulling({ context, go }: ToolRun<TextStates>, { down, now }: Pull): ToolState {
  const boxAt = (event: PointerInput) => boxBetween(context.toPage(down.screen), context.toPage(event.screen));
  const follow = (event: PointerInput): void => context.patch({ brush: boxAt(event) });
  return {
    busy: true,
    enter: () => follow(now),
    exit: () => context.patch({ brush: undefined }),
    onPointerMove: follow,
    onPointerUp(event) {
      const { x, y, w } = boxAt(event);
      go("idle", undefined);
      if (w * context.state.camera.zoom < LEAST_WIDTH) context.startNewText(newText(context, context.toPage(down.screen)));
      else context.startNewText(newText(context, { x, y }, w));
    },
    onCancel: () => go("idle", undefined),
  };
}
