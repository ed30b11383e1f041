// What is pasted and dropped, and what is to be copied, from the first moment on: the code behind is fetched when the page is idle,
// and what comes before it must not be lost. A file that nobody took would have the browser leave the board for it.
import { type Editor, screenToPage } from "@inkroom/editor";

type Point = { readonly x: number; readonly y: number };

export type Takers = {
  /** `at`: page space; undefined for files that were pasted. */
  open(files: readonly File[], at: Point | undefined): void;
  /**
   * `read` gives what there is under a media type, "" for nothing. `isPlain`: as words, whatever the words are. `at`: page
   * space; undefined for what was pasted.
   */
  paste(read: (type: string) => string, isPlain: boolean, at: Point | undefined): void;
  /** Something is to be copied. What has to be given to the event itself is given by who comes later (attach-transfer.ts). */
  copy(request: "copy" | "cut"): void;
};

/** Where the browser's own copying and pasting has the first claim. */
const ELSEWHERE = "input, textarea, select, [contenteditable='true'], [role='dialog'], [role='menu'], [role='alertdialog']";

/** Starts listening; the result stops it. Nothing comes in, and nothing is cut, while the board cannot be changed. */
export function attachClipboardAndDrops(paper: HTMLElement, editor: Editor, takers: Takers): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const mayEdit = (): boolean => !editor.state.readonly && !editor.state.busy;
  attachDrops(paper, editor, { signal, mayEdit, takers });
  let isPlain = false;
  const onKey = ({ key, shiftKey }: KeyboardEvent): void => {
    if (key.toLowerCase() === "v") isPlain = shiftKey;
  };
  const onCopy = (event: ClipboardEvent): void => {
    const request = event.type === "cut" ? "cut" : "copy";
    if (!isElsewhere(event) && (request === "copy" || (mayEdit() && !editor.state.isForeign))) takers.copy(request);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    if (isElsewhere(event) || !mayEdit() || clipboardData === null) return;
    event.preventDefault();
    const files = [...clipboardData.files];
    if (files.length > 0) return takers.open(files, undefined);
    // The event's data is there during the event only.
    const types = isPlain ? ["text/plain"] : clipboardData.types;
    takers.paste(readerOf(clipboardData, types), isPlain, undefined);
  };
  window.addEventListener("keydown", onKey, { signal, capture: true });
  document.addEventListener("copy", onCopy, { signal });
  document.addEventListener("cut", onCopy, { signal });
  document.addEventListener("paste", onPaste, { signal });
  return () => stop.abort();
}

/** What there is under each of these types, for when the event is over. */
function readerOf(data: DataTransfer, types: readonly string[]): (type: string) => string {
  const texts = new Map(types.map((type) => [type, data.getData(type)]));
  return (type) => texts.get(type) ?? "";
}

type Drops = { readonly signal: AbortSignal; readonly mayEdit: () => boolean; readonly takers: Pick<Takers, "open" | "paste"> };

function attachDrops(paper: HTMLElement, editor: Editor, { signal, mayEdit, takers }: Drops): void {
  // Files, and words and addresses that are dragged out of another page or program.
  const taken = (event: DragEvent): DataTransfer | undefined => {
    const { dataTransfer } = event;
    if (dataTransfer?.types.some((type) => type === "Files" || type === "text/plain") !== true) return undefined;
    event.preventDefault();
    dataTransfer.dropEffect = mayEdit() ? "copy" : "none";
    return dataTransfer;
  };
  const onDrop = (event: DragEvent): void => {
    const dataTransfer = taken(event);
    if (dataTransfer === undefined || !mayEdit()) return;
    const { left, top } = paper.getBoundingClientRect();
    const at = screenToPage(editor.state.camera, { x: event.clientX - left, y: event.clientY - top });
    const files = [...dataTransfer.files];
    if (files.length > 0) takers.open(files, at);
    else takers.paste(readerOf(dataTransfer, dataTransfer.types), false, at);
  };
  paper.addEventListener("dragover", taken, { signal });
  paper.addEventListener("drop", onDrop, { signal });
}

/** Is the event meant for a field, a layer, or text that is selected? */
export function isElsewhere({ target }: ClipboardEvent): boolean {
  if (target instanceof Element && target.closest(ELSEWHERE) !== null) return true;
  return document.getSelection()?.isCollapsed === false;
}
