// A text is being edited in the host's text field. One visit is one undo step; a text left empty is deleted, and a new
// one is not on the board before something is written.
import { deletionOps } from "../../deletion.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { withProps } from "../../shape-edit.ts";
import { measuredText } from "../../text-box.ts";
import type { TextTarget, ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

/** Least time between two commits while typing in a long text, ms; each commit carries all of it. */
const LONG_TEXT_INTERVAL_MS = 250;
/** Texts up to this many characters are committed with every input: what is typed last must not wait for more. */
const SHORT_TEXT_LENGTH = 1_000;

export function editingText(run: ToolRun<SelectStates>, { shape, isNew, returnTo, at }: TextTarget): ToolState {
  const { context } = run;
  const { id } = shape;
  const edit = createLiveEdit(context, context.now(), LONG_TEXT_INTERVAL_MS);
  let isOnBoard = !isNew;
  let isWritten = false;

  function write(text: string): void {
    const current = context.shape(id);
    if (current?.kind !== "text") return;
    const { x, ...box } = measuredText(current, { text }, context.measureText);
    // The place is written only where the alignment moves it: others may be dragging the text.
    const changes = x === current.x ? box : { ...box, x };
    isWritten = true;
    const dueMs = text.length <= SHORT_TEXT_LENGTH ? Infinity : context.now();
    if (isOnBoard) return edit.update(new Map([[id, changes]]), dueMs);
    const ghost = withProps(current, changes);
    if (isBlank(text)) return context.patch({ preview: new Map([[id, ghost]]) });
    if (context.history.commit([{ op: "add", shape: ghost }])) isOnBoard = true;
    context.patch({ preview: new Map() });
  }

  function close(): void {
    const text = context.shape(id);
    const isThere = context.store.view.get(id) !== undefined;
    if (isThere && text?.kind === "text" && isBlank(text.text)) context.history.commit(deletionOps([id]));
    else if (isThere && isWritten) edit.finish();
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
      context.patch({ editingText: { id, at }, cursor: "text", ...(isNew ? { preview: new Map([[id, shape]]) } : {}) });
      context.editor.select([id]);
    },
    exit: close,
    onTextInput: write,
    onTextDone: leave,
    onEditText(target) {
      if (target.shape.id !== id) run.go("editing-text", target);
    },
    onPointerDown(event) {
      if (returnTo === undefined) run.restart(event);
      else leave();
    },
    onKeyDown(event) {
      if (event.key === "Escape" || (event.key === "Enter" && event.mod)) leave();
    },
    onTick: () => edit.tick(context.now()),
    onBoardChange(changed) {
      if (!isOnBoard) return;
      if (context.store.view.get(id) === undefined) run.go("idle", undefined);
      else if (isWritten) edit.refresh(changed);
    },
  };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
