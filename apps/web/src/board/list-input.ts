// Lists while they are written: what keys in the text field mean for them, and how the field writes what they ask for.
import type { Editor, ListWish } from "@inkroom/editor";

/** Keys as everywhere in the app (packages/editor/src/commands/text-lists.ts), by their place on the keyboard: Shift and Alt change what they type. */
const LIST_KEYS: Readonly<Record<string, ListWish>> = { Digit7: "number", Digit8: "bullet", Digit9: "check" };

type Keys = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing">;

/** What a key asks of lists; undefined for all other keys. Enter and Backspace are told by what they are about to do to the text. */
export function wishOfKey({ key, code, altKey, ctrlKey, metaKey, shiftKey, isComposing }: Keys): ListWish | undefined {
  if (isComposing || ctrlKey || metaKey) return undefined;
  if (key === "Tab" && !altKey) return shiftKey ? "outdent" : "indent";
  if (!altKey) return undefined;
  if (shiftKey) return LIST_KEYS[code];
  return key === "Enter" ? "tick" : undefined;
}

/** Asks the open text field for a list, from outside of it: a button keeps the focus where it is. */
export function askForList(field: HTMLTextAreaElement, wish: ListWish): void {
  field.dispatchEvent(new CustomEvent<ListWish>(ASKED, { detail: wish }));
}
const ASKED = "inkroom-list";

/** Texts before and after so many changes are known again. */
const KEPT_CHANGES = 200;

/** The lists of an open text field. Listens to it until it is disposed. */
export class ListInput {
  readonly #editor: Editor;
  readonly #field: HTMLTextAreaElement;
  readonly #listening = new AbortController();
  /** What was selected when the field had a text before or after a change: an undo of the browser would select what was changed. */
  readonly #selections = new Map<string, readonly [start: number, end: number]>();
  #isShifted = false;

  constructor(editor: Editor, field: HTMLTextAreaElement) {
    this.#editor = editor;
    this.#field = field;
    const { signal } = this.#listening;
    field.addEventListener("keydown", (event) => (this.#isShifted = event.shiftKey), { signal });
    field.addEventListener("beforeinput", (event) => this.#beforeInput(event), { signal });
    field.addEventListener("input", (event) => this.#afterTravel(event as InputEvent), { signal }); // reason: what fields tell of input
    field.addEventListener(ASKED, (event) => this.grant((event as CustomEvent<ListWish>).detail), { signal }); // reason: made just above
  }

  dispose(): void {
    this.#listening.abort();
  }

  /** Writes what a wish means for what is selected. False: it means nothing there. */
  grant(wish: ListWish): boolean {
    const field = this.#field;
    const edit = this.#editor.editList(wish, field.selectionStart, field.selectionEnd);
    if (edit === undefined) return false;
    const { from, to, insert, start, end } = edit;
    this.#keepSelection();
    if (from !== to || insert !== "") {
      field.setSelectionRange(from, to);
      typeInto(field, insert);
    }
    field.setSelectionRange(start, end);
    this.#keepSelection();
    return true;
  }

  /**
   * Enter and Backspace, also those of keyboards on glass, which name no keys: they are known by the input that they are about to
   * make. With Shift, Enter is a line end and nothing else.
   */
  #beforeInput(event: InputEvent): void {
    const { inputType, isComposing } = event;
    const isEnter = (inputType === "insertLineBreak" || inputType === "insertParagraph") && !this.#isShifted;
    const wish = isEnter ? "enter" : inputType === "deleteContentBackward" ? "backspace" : undefined;
    if (wish !== undefined && !isComposing && this.grant(wish)) event.preventDefault();
  }

  #afterTravel({ inputType }: InputEvent): void {
    if (inputType !== "historyUndo" && inputType !== "historyRedo") return;
    const selection = this.#selections.get(this.#field.value);
    if (selection !== undefined) this.#field.setSelectionRange(...selection);
  }

  #keepSelection(): void {
    const { value, selectionStart, selectionEnd } = this.#field;
    this.#selections.delete(value);
    this.#selections.set(value, [selectionStart, selectionEnd]);
    for (const oldest of this.#selections.keys()) {
      if (this.#selections.size <= KEPT_CHANGES) break;
      this.#selections.delete(oldest);
    }
  }
}

/** In place of what is selected, as if it had been typed: the browser's undo takes it back in one go. */
function typeInto(field: HTMLTextAreaElement, text: string): void {
  // No other way of writing is part of that undo.
  const isDone = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (isDone) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
