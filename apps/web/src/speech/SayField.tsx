// A field that goes with the pointer: what is typed in it stands at one's cursor for the others, as it is typed.
import { MAX_SAID_LENGTH } from "@inkroom/protocol";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import { word } from "./words.ts";
import "./speech.css";

/** Where the field is from the pointer, CSS pixels: where others see the words. */
const BESIDE = { x: 12, y: 17 } as const;
/** The field ends when nothing has been typed for so long. */
const IDLE_MS = 10_000;

export function SayField({ onClose }: { readonly onClose: () => void }) {
  const { editor, layers, orders, pointAt, say } = useBoard();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isEntered, setEntered] = useState(false);
  // At once: a key of the next frame is for the field.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return undefined;
    const place = ({ x, y }: { readonly x: number; readonly y: number }): void => {
      element.style.translate = `${x + BESIDE.x}px ${y + BESIDE.y}px`;
    };
    const { viewport } = editor.state;
    const at = orders.pointer() ?? { x: viewport.w / 2, y: viewport.h / 2 };
    place(at);
    // Who has no mouse has a place too.
    pointAt(at);
    element.focus({ preventScroll: true });
    // What was typed, and perhaps entered, before the field was there.
    const typed = layers.typed.read();
    setText(typed.text.slice(0, MAX_SAID_LENGTH));
    setEntered(typed.isEntered);
    const follow = ({ clientX, clientY }: PointerEvent): void => place({ x: clientX, y: clientY });
    window.addEventListener("pointermove", follow);
    return () => {
      window.removeEventListener("pointermove", follow);
      focusOnPaper();
    };
  }, [editor, layers, orders, pointAt]);
  useEffect(() => {
    say(text);
    const timer = setTimeout(onClose, isEntered ? 0 : IDLE_MS);
    return () => clearTimeout(timer);
  }, [text, isEntered, say, onClose]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") say("");
    if (event.key === "Escape" || event.key === "Enter") onClose();
  };
  return (
    <input
      ref={field}
      className="say-field"
      dir="auto"
      aria-label={word("field")}
      placeholder={word("placeholder")}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="done"
      maxLength={MAX_SAID_LENGTH}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={onClose}
    />
  );
}
