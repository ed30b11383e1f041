// Owns the canvas element: mounts the scene in it and connects pointer, wheel and keys to the editor.
// Draws nothing itself and renders once: strokes never pass through React.
import type { CssCursorName, Editor } from "@inkroom/editor";
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { attachKeyboardInput } from "../host/keyboard-input.ts";
import { attachPointerInput } from "../host/pointer-input.ts";
import { attachTabWalk } from "../host/tab-walk.ts";
import { attachWheelInput } from "../host/wheel-input.ts";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { useBoard } from "./board-context.ts";
import { cssCursor } from "./css-cursor.ts";
import { FrameNaming } from "./FrameNaming.tsx";
import { TextEditor } from "./TextEditor.tsx";

/** The key-up of a Tab arrives at the element that it led to. */
function showRing(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Tab") event.currentTarget.dataset["tabbed"] = "";
}

function hideRing(event: FocusEvent<HTMLElement>): void {
  delete event.currentTarget.dataset["tabbed"];
}

function followCursor(editor: Editor, element: HTMLElement): () => void {
  let shown: CssCursorName | undefined;
  return editor.subscribe(() => {
    const { cursor } = editor.state;
    if (cursor !== shown) element.style.cursor = cssCursor(cursor);
    shown = cursor;
  });
}

export function BoardCanvas() {
  const board = useBoard();
  const { isMac } = useServices();
  const paper = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const paint = useRef<HTMLDivElement>(null);
  // With the board's first frame: an effect that waits for it to be painted would let keys and presses pass meanwhile.
  useLayoutEffect(() => {
    if (paper.current === null || surface.current === null || paint.current === null) return undefined;
    const element = surface.current;
    const { editor } = board;
    const dispatch = editor.dispatch.bind(editor);
    const stops = [
      board.mountScene(paint.current),
      attachPointerInput(element, {
        dispatch,
        onHover: board.pointAt,
        camera: () => editor.state.camera,
        isMac,
        isPenMode: () => editor.state.penMode === "on",
        hasLongPress: () => editor.state.tool === "select" || editor.state.tool === "hand",
      }),
      // Around the text field as well: the paper moves under it too.
      attachWheelInput(paper.current, dispatch),
      attachKeyboardInput(window, { dispatch, state: () => editor.state, isMac }),
      attachTabWalk(element, editor),
      followCursor(editor, element),
      board.orders.listen(paper.current),
    ];
    return () => {
      for (const stop of stops.reverse()) stop();
    };
  }, [board, isMac]);
  return (
    <div ref={paper} className="paper">
      <div
        ref={surface}
        className="canvas"
        tabIndex={0}
        role="application"
        aria-label={t("board.canvas")}
        aria-description={t("board.canvas.keys")}
        onKeyUp={showRing}
        onBlur={hideRing}
      >
        <div ref={paint} className="paint" />
      </div>
      <TextEditor />
      <FrameNaming />
    </div>
  );
}
