// A text is being edited in the host's text field. One visit is one undo step; a text left empty is deleted, and a new
// one is not on the board before something is written.
import type { TextTarget, ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";
import { SharedTyping } from "./shared-typing.ts";

export function editingText(run: ToolRun<SelectStates>, target: TextTarget): ToolState {
  const { context } = run;
  const { shape, isNew, returnTo } = target;
  const { id } = shape;
  let typing: SharedTyping | undefined;

  function close(): void {
    if (shape.kind === "text" && typing?.isBlank && context.store.view.get(id) !== undefined)
      context.history.commit([{ op: "del", ids: [id], blank: true }]);
    context.history.end();
    context.patch({ editingText: undefined, preview: new Map() });
    context.editor.select(context.state.selection);
  }

  function leave(): void {
    run.go("idle", undefined);
    if (returnTo !== undefined) context.editor.setTool(returnTo);
  }

  return {
    enter() {
      context.history.begin();
      context.patch({ cursor: "text", ...(isNew ? { preview: new Map([[id, shape]]) } : {}) });
      typing = new SharedTyping(context, target);
      context.editor.select([id]);
    },
    exit: close,
    onTextInput: (text, caret) => typing?.write(text, caret),
    onTextCompose: (isComposing) => typing?.compose(isComposing),
    onListWish: (wish, start, end) => typing?.plan(wish, start, end),
    onTextDone: leave,
    onRestyle: (patch) => typing?.restyle(patch),
    onEditText(next) {
      if (next.shape.id !== id) run.go("editing-text", next);
    },
    onPointerDown(event) {
      if (returnTo === undefined) run.restart(event);
      else leave();
    },
    onKeyDown(event) {
      if (event.key === "Escape" || (event.key === "Enter" && event.mod)) leave();
    },
    onBoardChange(changed) {
      if (typing?.isOnBoard !== true) return;
      if (context.store.view.get(id) === undefined) run.go("idle", undefined);
      else if (changed.has(id)) typing.follow();
    },
  };
}
