// A tool whose code is on its way: what the hand does meanwhile is done when it is here, in the same order.
import type { EditorContext } from "../context.ts";
import type { ToolRunner, ToolState } from "./tool-chart.ts";

/** `fetch` gives the runner of the tool, not yet entered; it may never answer. Left before that, nothing is done. */
export function createAwaitedTool(context: EditorContext, fetch: (use: (runner: ToolRunner) => void) => void): ToolRunner {
  let runner: ToolRunner | undefined;
  let isLeft = false;
  const missed: ((state: ToolState) => void)[] = [];
  const waiting: ToolState = {
    onPointerDown: (event) => void missed.push((state) => state.onPointerDown?.(event)),
    onPointerMove: (event) => void missed.push((state) => state.onPointerMove?.(event)),
    onPointerUp: (event) => void missed.push((state) => state.onPointerUp?.(event)),
    onPointerLost: () => void missed.push((state) => state.onPointerLost?.()),
    onCancel: (reason) => void missed.push((state) => state.onCancel?.(reason)),
    onKeyDown: (event) => void missed.push((state) => state.onKeyDown?.(event)),
    onEditText: (target) => void missed.push((state) => state.onEditText?.(target)),
    onTextInput: (text, caret) => void missed.push((state) => state.onTextInput?.(text, caret)),
    onTextCompose: (isComposing) => void missed.push((state) => state.onTextCompose?.(isComposing)),
    onTextDone: () => void missed.push((state) => state.onTextDone?.()),
  };
  return {
    get state() {
      return runner?.state ?? waiting;
    },
    enter() {
      context.patch({ cursor: "default" });
      fetch((fetched) => {
        if (isLeft) return;
        runner = fetched;
        fetched.enter();
        for (const event of missed) event(fetched.state);
      });
    },
    exit() {
      isLeft = true;
      runner?.exit();
    },
  };
}
