// The field over a frame's name while it is given another one.
import { type Editor, pageToScreen } from "@inkroom/editor";
import { FRAME_NAME_PX, frameNameRoom, MAX_FRAME_NAME_LENGTH, toPage } from "@inkroom/shapes";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { t } from "../i18n/translate-later.ts";
import { useBoard } from "./board-context.ts";
import { focusAfterPress } from "./focus-after-press.ts";

/** Narrower fields are of no use, wider ones hide what is around; CSS pixels. */
const WIDTH_PX = { least: 120, most: 200 } as const;

export function FrameNameField({ id }: { readonly id: string }) {
  const { editor } = useBoard();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const frame = editor.shape(id);
    element.value = frame?.kind === "frame" ? frame.name : "";
    placeField(element, editor, id);
    const stops = [focusAfterPress(element, () => element.select()), editor.subscribe(() => placeField(element, editor, id))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, id]);
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
