// Keys of the window -> the editor, unless they belong to a field, a menu, a dialog or the focused control.
import { commandForKey, type EditorState, type InputEvent, type KeyInput } from "@inkroom/editor";
import { TICK_MS } from "./pointer-input.ts";

export type KeyboardInputOptions = {
  readonly dispatch: (event: InputEvent) => void;
  readonly state: () => EditorState;
  readonly isMac: boolean;
};

/** Starts listening on the window; the result stops it. */
export function attachKeyboardInput(window: Window, options: KeyboardInputOptions): () => void {
  const { dispatch, state, isMac } = options;
  const toInput = (event: KeyboardEvent, type: KeyInput["type"]): KeyInput => ({
    type,
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    alt: event.altKey,
    mod: isMac ? event.metaKey : event.ctrlKey,
    repeat: event.repeat,
  });
  /** A press that a key has begun hears of time passing, as that of a button does. */
  let ticking: number | undefined;
  const tick = (): void => {
    if (state().busy) return dispatch({ type: "tick", tMs: performance.now() });
    window.clearInterval(ticking);
    ticking = undefined;
  };
  const onDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event)) return;
    const { editingText, renaming } = state();
    const open = editingText !== undefined ? ".text-editor" : renaming !== undefined ? ".frame-name" : undefined;
    if (open !== undefined && focusField(window.document, open)) return;
    const input = toInput(event, "key-down");
    const isZoomWhileWriting = isBoardText(event.target) && commandForKey(input, state()) !== undefined;
    if (belongsElsewhere(event) && !isZoomWhileWriting) return;
    // Only what the editor uses is taken from the browser: F5, Ctrl+T and the like keep their meaning.
    if (commandForKey(input, state()) !== undefined || event.key === " ") event.preventDefault();
    dispatch(input);
    if (state().busy) ticking ??= window.setInterval(tick, TICK_MS);
  };
  const onUp = (event: KeyboardEvent): void => {
    if (!isComposing(event)) dispatch(toInput(event, "key-up"));
  };
  window.addEventListener("keydown", onDown);
  window.addEventListener("keyup", onUp);
  return () => {
    window.clearInterval(ticking);
    window.removeEventListener("keydown", onDown);
    window.removeEventListener("keyup", onUp);
  };
}

/**
 * The field takes the focus a moment after the press that opened it. A key that is quicker is the first letter: moved
 * during key-down, the focus decides where the browser writes it. True where the focus was moved.
 */
function focusField(document: Document, selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  if (field === null || field === document.activeElement) return false;
  field.focus({ preventScroll: true });
  return true;
}

function isComposing(event: KeyboardEvent): boolean {
  // 229: the key code browsers report while an input method is at work.
  return event.isComposing || event.keyCode === 229;
}

const FIELD = "input, textarea, select, [contenteditable='true']";
const LAYER = "[role='dialog'], [role='menu'], [role='alertdialog']";
const CONTROL = "button, a, [role='radio'], [role='slider'], [role='menuitem']";
const CONTROL_KEYS: ReadonlySet<string> = new Set([" ", "Enter", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

/** True for the text field on the board: the registry lets zooming through while it is in use. */
function isBoardText(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(".text-editor");
}

/** True where the focused element has the first claim on the key. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  const layer = target.closest(LAYER);
  // A layer that is on its way out keeps the focus until its animation ends; what is pressed meanwhile is for the board.
  if (layer instanceof HTMLElement && layer.dataset["state"] === "closed") return false;
  if (layer !== null || target.closest(FIELD) !== null) return true;
  return CONTROL_KEYS.has(event.key) && target.closest(CONTROL) !== null;
}
