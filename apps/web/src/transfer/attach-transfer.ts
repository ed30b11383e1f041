// The window's clipboard events -> the board.
import type { Transfer } from "./transfer.ts";

import type { Editor } from "@inkroom/editor";

/** Where the browser's own copying and pasting has the first claim. */
const ELSEWHERE = "input, textarea, select, [contenteditable='true'], [role='dialog'], [role='menu'], [role='alertdialog']";

/** Starts listening; the result stops it. `isPlain`: is the paste to be of text alone? */
export function attachTransfer({ transfer, editor }: { readonly transfer: Transfer; readonly editor: Editor }): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let isPlain = false;
  const mayEdit = (): boolean => !editor.state.readonly && !editor.state.busy;
  const onKey = ({ key, shiftKey }: KeyboardEvent): void => {
    if (key.toLowerCase() === "v") isPlain = shiftKey;
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (isElsewhere(event) || (event.type === "cut" && !mayEdit())) return;
    const data = transfer.copied(event.type === "cut" ? "cut" : "copy");
    if (data === undefined) return;
    event.preventDefault();
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    if (isElsewhere(event) || !mayEdit() || clipboardData === null) return;
    event.preventDefault();
    const at = transfer.target();
    const files = [...clipboardData.files];
    if (files.length > 0) void transfer.open(files, at);
    else void transfer.paste((type) => (isPlain && type !== "text/plain" ? "" : clipboardData.getData(type)), at);
  };
  window.addEventListener("keydown", onKey, { signal, capture: true });
  document.addEventListener("copy", onCopy, { signal });
  document.addEventListener("cut", onCopy, { signal });
  document.addEventListener("paste", onPaste, { signal });
  return () => stop.abort();
}

function isElsewhere({ target }: ClipboardEvent): boolean {
  if (target instanceof Element && target.closest(ELSEWHERE) !== null) return true;
  return document.getSelection()?.isCollapsed === false;
}
export { Transfer } from "./transfer.ts";
