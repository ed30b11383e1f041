// DOM pointer events of the canvas element -> the editor's pointer and pinch input.
// Owns pointer capture, click counting, two-finger gestures and what a palm may do while a pen is in use.
import type { InputEvent, PointerInput, PointerKind } from "@inkroom/editor";
import { createClickCounter } from "./click-counter.ts";
import { createTouchGesture } from "./touch-gesture.ts";

export type PointerInputOptions = {
  readonly dispatch: (event: InputEvent) => void;
  /** Where the pointer is over the board, screen pixels; undefined when it left. For the others' view of the cursor. */
  readonly onHover: (screen: { readonly x: number; readonly y: number } | undefined) => void;
  readonly isMac: boolean;
};

/** A button held still lets the editor commit what was drawn, in ms. */
const TICK_MS = 120;

/** Starts listening on `element`; the result stops it. */
export function attachPointerInput(element: HTMLElement, options: PointerInputOptions): () => void {
  const { dispatch, onHover, isMac } = options;
  const clicks = createClickCounter();
  const touch = createTouchGesture(dispatch);
  const pressed = new Set<number>();
  let ticking: number | undefined;
  let hasPen = false;

  const stopTicking = (): void => {
    if (pressed.size === 0) {
      window.clearInterval(ticking);
      ticking = undefined;
    }
  };
  const toInput = (event: PointerEvent, type: PointerInput["type"], clickCount?: number): PointerInput => {
    const rect = element.getBoundingClientRect();
    const samples = type === "pointer-move" ? event.getCoalescedEvents() : [];
    const points = samples.map((sample) => ({ x: sample.clientX - rect.left, y: sample.clientY - rect.top, pressure: sample.pressure }));
    return {
      type,
      pointerId: event.pointerId,
      pointerType: kindOf(event.pointerType),
      isPrimary: event.isPrimary,
      button: event.button,
      buttons: event.buttons,
      screen: { x: event.clientX - rect.left, y: event.clientY - rect.top },
      ...(points.length > 0 ? { points } : {}),
      pressure: event.pressure,
      shift: event.shiftKey,
      alt: event.altKey,
      mod: isMac ? event.metaKey : event.ctrlKey,
      tMs: event.timeStamp,
      ...(clickCount === undefined ? {} : { clickCount }),
    };
  };

  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === "pen") hasPen = true;
    // The canvas takes the keyboard, and the browser starts no selection or scroll of its own.
    event.preventDefault();
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    const input = toInput(event, "pointer-down", clicks.count(event.clientX, event.clientY, event.timeStamp, event.button));
    // With a pen at work a finger moves the paper: a resting palm must not draw.
    if (event.pointerType === "touch" && touch.down(input, { panOnly: hasPen })) return;
    pressed.add(event.pointerId);
    ticking ??= window.setInterval(() => dispatch({ type: "tick", tMs: performance.now() }), TICK_MS);
    dispatch(input);
  };
  const onMove = (event: PointerEvent): void => {
    const input = toInput(event, "pointer-move");
    if (event.pointerType === "touch" && touch.move(input)) return;
    if (event.pointerType !== "touch" || pressed.has(event.pointerId)) onHover(input.screen);
    dispatch(input);
  };
  const end = (type: "pointer-up" | "pointer-cancel") => (event: PointerEvent): void => {
    const input = toInput(event, type);
    const wasDown = pressed.delete(event.pointerId);
    stopTicking();
    if (event.pointerType === "touch" && touch.up(input)) return;
    if (wasDown) dispatch(input);
    if (event.pointerType === "touch") onHover(undefined);
  };
  const onLeave = (event: PointerEvent): void => {
    if (!pressed.has(event.pointerId)) onHover(undefined);
  };
  const onMenu = (event: Event): void => event.preventDefault();
  const onBlur = (): void => {
    pressed.clear();
    stopTicking();
    touch.reset();
    dispatch({ type: "cancel" });
  };

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", end("pointer-up"), { signal });
  element.addEventListener("pointercancel", end("pointer-cancel"), { signal });
  element.addEventListener("pointerleave", onLeave, { signal });
  element.addEventListener("contextmenu", onMenu, { signal });
  window.addEventListener("blur", onBlur, { signal });
  return () => {
    stop.abort();
    pressed.clear();
    stopTicking();
  };
}

function kindOf(pointerType: string): PointerKind {
  return pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse";
}
