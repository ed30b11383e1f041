// What is copied and cut -> the window's clipboard. Pasting: host/clipboard-and-drops.ts.
import type { Editor } from "@inkroom/editor";
import { isElsewhere } from "../host/clipboard-and-drops.ts";
import type { Transfer } from "./transfer.ts";

/** Starts listening; the result stops it. */
export function attachTransfer({ transfer, editor }: { readonly transfer: Transfer; readonly editor: Editor }): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const mayCut = (): boolean => !editor.state.readonly && !editor.state.busy && !editor.state.isForeign;
  const onCopy = (event: ClipboardEvent): void => {
    if (isElsewhere(event) || (event.type === "cut" && !mayCut())) return;
    const data = transfer.copied(event.type === "cut" ? "cut" : "copy");
    if (data === undefined) return;
    event.preventDefault();
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
  };
  document.addEventListener("copy", onCopy, { signal });
  document.addEventListener("cut", onCopy, { signal });
  return () => stop.abort();
}

export { createShareLinks } from "../share/share-links.ts";
export { Transfer } from "./transfer.ts";
