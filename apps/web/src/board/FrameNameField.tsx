// The field over a frame's name while it is given another one.
import { type Editor, pageToScreen } from "@inkroom/editor";
import { FRAME_NAME_PX, frameNameRoom, MAX_FRAME_NAME_LENGTH, toPage } from "@inkroom/shapes";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import type { TypedAhead } from "../host/typed-ahead.ts";
import { t } from "../i18n/translate-later.ts";
import { useBoard } from "./board-context.ts";
import { focusAfterPress } from "./focus-after-press.ts";

/** Narrower fields are of no use, wider ones hide what is around; CSS pixels. */
const WIDTH_PX = { least: 120, most: 200 } as const;

type FrameNameFieldProps = { readonly id: string; /** What was typed while this code was on its way. */ readonly typed: TypedAhead };

export function FrameNameField({ id, typed }: FrameNameFieldProps) {
  const { editor } = useBoard();
  const field = useRef<HTMLInputElement>(null);
  // With the field, before the next key.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const { text, isEntered } = typed.read();
    if (isEntered) return editor.finishRenaming(text);
    const frame = editor.shape(id);
    element.value = text !== "" || frame?.kind !== "frame" ? text.slice(0, MAX_FRAME_NAME_LENGTH) : frame.name;
    // A letter takes the place of the old name, and follows what was typed.
    element.setSelectionRange(text === "" ? 0 : element.value.length, element.value.length);
    placeField(element, editor, id);
    const stops = [focusAfterPress(element), editor.subscribe(() => placeField(element, editor, id))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, id, typed]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if ((event.key !== "Enter" && event.key !== "Escape") || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    editor.finishRenaming(event.key === "Enter" ? event.currentTarget.value : undefined);
  };
  return (
    <input
      ref={field}
      className="frame-name"
      aria-label={t("frame.field")}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      maxLength={MAX_FRAME_NAME_LENGTH}
      onKeyDown={onKeyDown}
      onBlur={(event) => editor.finishRenaming(event.currentTarget.value)}
    />
  );
}

function placeField(element: HTMLElement, editor: Editor, id: string): void {
  const frame = editor.shape(id);
  if (frame?.kind !== "frame") return;
  const { camera } = editor.state;
  const { x, y } = pageToScreen(camera, toPage(frame, { x: 0, y: 0 }));
  const { line, gap } = FRAME_NAME_PX;
  element.style.transform = `translate(${x}px, ${y}px) rotate(${frame.rotation}rad) translate(0, ${-(line + gap)}px)`;
  element.style.inlineSize = `${Math.min(WIDTH_PX.most, Math.max(WIDTH_PX.least, frameNameRoom(frame, camera.zoom)))}px`;
}
