// The text field that lies exactly over the text being edited: same font, same size, same place, at any zoom.
import { type EditorState, pageToScreen } from "@inkroom/editor";
import { useEffect, useRef } from "react";
import { t } from "../i18n/translate.ts";
import { useBoard, useEditorState } from "./board-context.ts";
import { type ClientPoint, placeCaret } from "./text-caret.ts";
import { textFrame } from "./text-frame.ts";

const selectEditedId = (state: EditorState): string | undefined => state.editingText?.id;

export function TextEditor() {
  const id = useEditorState(selectEditedId);
  return id === undefined ? null : <TextField key={id} id={id} />;
}

function TextField({ id }: { readonly id: string }) {
  const { editor, store } = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const place = (): void => {
      const shape = editor.shape(id);
      if (shape?.kind === "text") placeField(element, textFrame(shape, editor.state.camera), shape.text);
    };
    place();
    placeCaret(element, pressedAt(editor.state, element));
    // After the press that opened the field has ended: its default action would take the focus away again.
    const focusing = window.setTimeout(() => element.focus({ preventScroll: true }));
    const stops = [editor.subscribe(place), store.subscribe(place)];
    return () => {
      window.clearTimeout(focusing);
      for (const stop of stops) stop();
    };
  }, [editor, store, id]);
  return (
    <textarea
      ref={field}
      className="text-editor"
      aria-label={t("board.textEditor")}
      dir="auto"
      rows={1}
      spellCheck={false}
      onInput={(event) => editor.updateEditingText(event.currentTarget.value)}
      onBlur={() => editor.finishEditingText()}
      onKeyDown={(event) => {
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

function placeField(element: HTMLTextAreaElement, frame: ReturnType<typeof textFrame>, text: string): void {
  // Writing an equal value would move the caret to the end.
  if (element.value !== text) element.value = text;
  Object.assign(element.style, frame.style);
  element.classList.toggle("wraps", frame.wraps);
  element.dataset["color"] = frame.color;
}
