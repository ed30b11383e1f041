// The text field that lies exactly over the text being edited: same font, same size, same place, at any zoom.
import { type CommandId, type Editor, type EditorState, pageToScreen } from "@inkroom/editor";
import { movedOffset, type TextBody, unitBefore } from "@inkroom/model";
import type { TextCaret } from "@inkroom/protocol";
import { hasText, MAX_TEXT_LENGTH, type Shape } from "@inkroom/shapes";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { t } from "../i18n/translate-later.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import type { TypedAhead } from "../host/typed-ahead.ts";
import { useBoard } from "./board-context.ts";
import { focusAfterPress } from "./focus-after-press.ts";
import { ListInput, wishOfKey } from "./list-input.ts";
import { type ClientPoint, placeCaret } from "./text-caret.ts";
import { type TextFrame, textFrame } from "./text-frame.ts";

type TextFieldProps = { readonly id: string; /** What was typed while this code was on its way. */ readonly typed: TypedAhead };

export function TextField({ id, typed }: TextFieldProps) {
  const { editor, store, showCaret } = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  const lists = useRef<ListInput>(undefined);
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    let shown: TextBody | undefined;
    const place = (): void => {
      const shape = editor.shape(id);
      const body = editor.state.editingText?.field;
      const frame = shape !== undefined && hasText(shape) ? textFrame(shape, editor.state.camera) : undefined;
      if (frame === undefined || body === undefined) return;
      placeField(element, frame);
      if (showText(element, shown, body)) element.dataset["merged"] = "";
      shown = body;
    };
    place();
    placeCaret(element, pressedAt(editor.state, element));
    takeTyped(editor, element, typed);
    const input = new ListInput(editor, element);
    lists.current = input;
    const stops = [focusAfterPress(element), editor.subscribe(place), store.subscribe(place), () => input.dispose()];
    return () => {
      for (const stop of stops) stop();
      showCaret(undefined);
      // With the field the keyboard would be nowhere: Tab would begin at the top of the page.
      if (document.activeElement === document.body) focusOnPaper();
    };
  }, [editor, store, showCaret, id, typed]);
  return (
    <textarea
      ref={field}
      className="text-editor"
      aria-label={t("board.textEditor")}
      dir="auto"
      rows={1}
      spellCheck={false}
      maxLength={MAX_TEXT_LENGTH}
      onInput={(event) => update(editor, event.currentTarget)}
      onSelect={(event) => showCaret(caretIn(editor, event.currentTarget))}
      onCompositionStart={() => editor.composeEditingText(true)}
      onCompositionEnd={(event) => {
        update(editor, event.currentTarget);
        editor.composeEditingText(false);
      }}
      onBlur={() => editor.finishEditingText()}
      onKeyDown={(event) => {
        const travel = travelInMerged(event);
        if (travel !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          editor.run(travel);
          // The letters that follow are meant for the text, and not for the tools.
          editor.startEditingText(id);
          return;
        }
        const face = faceOfKey(event);
        if (face !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          const shape = editor.shape(id);
          if (shape !== undefined && hasText(shape)) editor.setStyle({ [face]: !shape[face] });
          return;
        }
        const wish = wishOfKey(event.nativeEvent);
        if (wish !== undefined && lists.current?.grant(wish) === true) {
          event.preventDefault();
          event.stopPropagation();
          return;
        }
        const beside = neighbourKey(event, editor.shape(id)?.kind);
        if (beside !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          editor.run(beside);
          return;
        }
        const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
        if (!isDone || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        editor.finishEditingText();
      }}
    />
  );
}

/** Client pixels of the press that opened the field, if it was one. */
function pressedAt({ camera, editingText }: EditorState, field: HTMLElement): ClientPoint | undefined {
  const origin = field.offsetParent?.getBoundingClientRect();
  if (editingText?.at === undefined || origin === undefined) return undefined;
  const { x, y } = pageToScreen(camera, editingText.at);
  return { x: origin.left + x, y: origin.top + y };
}

/** Behind which letters the field's selection begins and ends. */
function caretIn({ state }: Editor, { selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement): TextCaret | undefined {
  if (state.editingText === undefined) return undefined;
  const { id, field } = state.editingText;
  const [start, end] = [unitBefore(field, selectionStart), unitBefore(field, selectionEnd)];
  return selectionDirection === "backward" ? { id, anchor: end, head: start } : { id, anchor: start, head: end };
}

/** Writes what was typed for the field before it was there. */
function takeTyped(editor: Editor, field: HTMLTextAreaElement, typed: TypedAhead): void {
  const { text } = typed.read();
  typed.clear();
  if (text === "") return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  update(editor, field);
}

function update(editor: Editor, field: HTMLTextAreaElement): void {
  editor.updateEditingText(field.value, field.selectionEnd);
}

/**
 * The browser's own undo and redo in a field know nothing of letters that came from others: they would bring back the text
 * before them, or nothing. Once there are any, undo takes back this person's whole visit instead.
 */
function travelInMerged(event: KeyboardEvent<HTMLTextAreaElement>): "edit.undo" | "edit.redo" | undefined {
  const { ctrlKey, metaKey, shiftKey, currentTarget } = event;
  if (currentTarget.dataset["merged"] === undefined || !(ctrlKey || metaKey)) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return shiftKey ? "edit.redo" : "edit.undo";
  return key === "y" ? "edit.redo" : undefined;
}

/** The keys as everywhere (packages/editor/src/commands/text-style.ts), which do not end the writing here. */
function faceOfKey({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): "bold" | "italic" | undefined {
  if (shiftKey || altKey || ctrlKey === metaKey) return undefined;
  return ({ b: "bold", i: "italic" } as const)[key.toLowerCase()];
}

/** Whoever writes on a sticky note goes on to the one beside it. */
function neighbourKey(event: KeyboardEvent<HTMLTextAreaElement>, kind: Shape["kind"] | undefined): CommandId | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent } = event;
  if (kind !== "note" || altKey || nativeEvent.isComposing) return undefined;
  const isMod = ctrlKey || metaKey;
  if (key === "Tab" && !isMod) return shiftKey ? "note.left" : "note.right";
  if (key === "Enter" && isMod) return shiftKey ? "note.above" : "note.below";
  return undefined;
}

/** Shows a text, with caret and selection at the letters where they were. True where others' letters came or went. */
function showText(element: HTMLTextAreaElement, shown: TextBody | undefined, body: TextBody): boolean {
  // Writing an equal value would move the caret to the end.
  if (element.value === body.text) return false;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  element.value = body.text;
  if (shown === undefined) return false;
  element.setSelectionRange(movedOffset(shown, body, selectionStart), movedOffset(shown, body, selectionEnd), selectionDirection);
  return true;
}

function placeField(element: HTMLTextAreaElement, frame: TextFrame): void {
  Object.assign(element.style, frame.style);
  element.classList.toggle("wraps", frame.wraps);
}
