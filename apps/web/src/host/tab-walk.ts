// Tab on the paper goes from shape to shape, past the last one on through the page, and after Escape at once: no one is kept in.
import type { Editor } from "@inkroom/editor";

/** Listens on the element that has the focus while the board is used; the result stops it. */
export function attachTabWalk(paper: HTMLElement, editor: Pick<Editor, "run" | "state">): () => void {
  let isLeaving = false;
  const stop = new AbortController();
  const onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key === "Shift" || altKey || ctrlKey || metaKey) return;
    if (key === "Tab" && !isLeaving) {
      const { walked } = editor.state;
      editor.run(shiftKey ? "edit.select-previous" : "edit.select-next");
      if (editor.state.walked !== walked) event.preventDefault();
    } else isLeaving = key === "Escape";
  };
  const stay = (): void => void (isLeaving = false);
  paper.addEventListener("keydown", onKey, { signal: stop.signal });
  paper.addEventListener("focus", stay, { signal: stop.signal });
  paper.addEventListener("pointerdown", stay, { signal: stop.signal });
  return () => stop.abort();
}
