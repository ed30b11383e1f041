// DOM pointer events of the canvas element -> the editor's pointer and pinch input.
// Owns pointer capture, click counting, two-finger gestures and what a palm may do while a pen is in use.
import type { Camera, InputEvent } from "@inkroom/editor";
import { createClickCounter } from "./click-counter.ts";
import { LongPress } from "./long-press.ts";
import { toPointerInput } from "./pointer-event.ts";
import { type FingerRole, PalmGuard } from "./palm-guard.ts";
import { createTouchGesture } from "./touch-gesture.ts";

export type PointerInputOptions = {
  readonly dispatch: (event: InputEvent) => void;
  /** Where the pointer is over the board, screen pixels; undefined when it left. For the others' view of the cursor. */
  readonly onHover: (screen: { readonly x: number; readonly y: number } | undefined) => void;
  readonly camera: () => Camera;
  readonly isMac: boolean;
  /** In pen mode fingers do not draw. */
  readonly isPenMode: () => boolean;
  /** True where a finger or a pen that rests asks for the menu, and does not draw. */
  readonly hasLongPress: () => boolean;
};

/** While a button is held the editor hears of time passing: it commits what is due, and scrolls at the edge. In ms: about a frame. */
export const TICK_MS = 16;
/** Of `PointerEvent.button`. */
const MIDDLE_BUTTON = 1;

/** Starts listening on `element`; the result stops it. */
export function attachPointerInput(element: HTMLElement, options: PointerInputOptions): () => void {
  const source = new PointerSource(element, options);
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointerdown", (event) => source.down(event), { signal });
  element.addEventListener("pointermove", (event) => source.move(event), { signal });
  element.addEventListener("pointerup", (event) => source.end(event, "pointer-up"), { signal });
  element.addEventListener("pointercancel", (event) => source.end(event, "pointer-cancel"), { signal });
  element.addEventListener("pointerleave", (event) => source.leave(event), { signal });
  element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  window.addEventListener("blur", () => source.giveUp(), { signal });
  // A reload in the middle of a stroke: what is drawn is finished and sent while the line is still there.
  window.addEventListener("pagehide", () => source.giveUp(), { signal });
  return () => {
    stop.abort();
    source.release();
  };
}

class PointerSource {
  readonly #element: HTMLElement;
  readonly #options: PointerInputOptions;
  readonly #clicks = createClickCounter();
  readonly #touch: ReturnType<typeof createTouchGesture>;
  readonly #pressed = new Set<number>();
  readonly #palms = new PalmGuard();
  readonly #longPress: LongPress;
  #ticking: number | undefined;
  /** When the finger that has the tool came down. */
  #fingerMs: number | undefined;

  constructor(element: HTMLElement, options: PointerInputOptions) {
    this.#element = element;
    this.#options = options;
    this.#touch = createTouchGesture(options.dispatch);
    this.#longPress = new LongPress(options.dispatch);
  }

  down(event: PointerEvent): void {
    // The canvas takes the keyboard, and the browser starts no selection or scroll of its own.
    event.preventDefault();
    this.#element.focus({ preventScroll: true });
    this.#element.setPointerCapture(event.pointerId);
    const { clientX: x, clientY: y, timeStamp: tMs, button } = event;
    const clickCount = this.#clicks.count({ x, y, tMs, button, camera: this.#options.camera() });
    const input = { ...toPointerInput(event, "pointer-down", this.#element, this.#options.isMac), clickCount };
    if (event.pointerType === "pen") this.#penDown(event.timeStamp);
    this.#longPress.end();
    if (event.pointerType === "touch" && this.#touch.down(input, this.#roleOf(event))) {
      // Two fingers take the paper along: where the first one was on the screen is no place that it points at.
      if (!event.isPrimary) this.#options.onHover(undefined);
      return;
    }
    if (this.#options.hasLongPress()) this.#longPress.down(input);
    if (event.pointerType === "touch") this.#fingerMs = event.timeStamp;
    this.#pressed.add(event.pointerId);
    this.#ticking ??= window.setInterval(() => this.#options.dispatch({ type: "tick", tMs: performance.now() }), TICK_MS);
    this.#options.dispatch(input);
  }

  move(event: PointerEvent): void {
    const input = toPointerInput(event, "pointer-move", this.#element, this.#options.isMac);
    if (event.pointerType === "touch" && this.#touch.move(input)) return;
    this.#longPress.move(input);
    this.#options.onHover(input.screen);
    this.#options.dispatch(input);
  }

  end(event: PointerEvent, type: "pointer-up" | "pointer-cancel"): void {
    // The middle button moves the paper; browsers on Linux would paste what was marked last when it is let go.
    if (event.button === MIDDLE_BUTTON) event.preventDefault();
    const input = toPointerInput(event, type, this.#element, this.#options.isMac);
    this.#longPress.end();
    const wasDown = this.#pressed.delete(event.pointerId);
    if (event.pointerType === "touch") this.#fingerMs = undefined;
    this.#stopTicking();
    if (event.pointerType === "pen") this.#palms.penUp(event.timeStamp);
    if (event.pointerType === "touch") this.#options.onHover(undefined);
    if (event.pointerType === "touch" && this.#touch.up(input)) return;
    if (wasDown) this.#options.dispatch(input);
  }

  /** The pen takes the tool over from a finger: what that has drawn stays, unless it was the hand. */
  #penDown(tMs: number): void {
    this.#palms.penDown(tMs);
    if (this.#fingerMs === undefined) return;
    this.#options.dispatch({ type: "cancel", isUnmeant: this.#palms.wasUnmeant(this.#fingerMs, tMs) });
    this.#fingerMs = undefined;
    this.#touch.reset();
  }

  #roleOf({ width, height, timeStamp }: PointerEvent): FingerRole {
    return this.#palms.roleOf({ width, height, tMs: timeStamp }, this.#options.isPenMode());
  }

  leave(event: PointerEvent): void {
    if (!this.#pressed.has(event.pointerId)) this.#options.onHover(undefined);
    if (this.#pressed.size === 0) this.#options.dispatch({ type: "pointer-leave" });
  }

  /** The window lost the focus: releases that happen elsewhere will not be heard of. */
  giveUp(): void {
    this.release();
    this.#touch.reset();
    this.#options.dispatch({ type: "cancel" });
  }

  release(): void {
    this.#longPress.end();
    this.#pressed.clear();
    this.#stopTicking();
  }

  #stopTicking(): void {
    if (this.#pressed.size > 0) return;
    window.clearInterval(this.#ticking);
    this.#ticking = undefined;
  }
}
