// Files that are dropped onto the paper, from the first moment on: where nobody took them, the browser would leave the board for the
// file.
import { type Editor, screenToPage } from "@inkroom/editor";

type Point = { readonly x: number; readonly y: number };

/** `open` is told the files and where on the page they were dropped; never while the board cannot be changed. The result stops it. */
export function attachDrops(paper: HTMLElement, editor: Editor, open: (files: readonly File[], at: Point) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const mayEdit = (): boolean => !editor.state.readonly && !editor.state.busy;
  const onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = mayEdit() ? "copy" : "none";
  };
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const { left, top } = paper.getBoundingClientRect();
    if (mayEdit()) open(files, screenToPage(editor.state.camera, { x: event.clientX - left, y: event.clientY - top }));
  };
  paper.addEventListener("dragover", onDragOver, { signal });
  paper.addEventListener("drop", onDrop, { signal });
  return () => stop.abort();
}
