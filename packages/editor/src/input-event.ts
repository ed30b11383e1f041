// What a host tells the editor about the hand: pointers, wheel, pinch and keys, in screen space.
// `screen` is in CSS pixels relative to the top left corner of the canvas element.
import type { Vec } from "@inkroom/geometry";

export type PointerKind = "mouse" | "pen" | "touch";

/** `mod` is Cmd on macOS and Ctrl elsewhere; the host decides. */
export type Modifiers = { readonly shift: boolean; readonly alt: boolean; readonly mod: boolean };

/** One of the coalesced samples of a pointer event; screen space, pressure 0..1. */
export type PointerSample = { readonly x: number; readonly y: number; readonly pressure: number };

export type PointerInput = Modifiers & {
  readonly type: "pointer-down" | "pointer-move" | "pointer-up" | "pointer-cancel";
  readonly pointerId: number;
  readonly pointerType: PointerKind;
  readonly isPrimary: boolean;
  /** As PointerEvent.button: 0 main, 1 middle, 2 right, 5 pen eraser, -1 no change (moves). */
  readonly button: number;
  /** As PointerEvent.buttons: bit 1 main, 2 right, 4 middle, 32 pen eraser. */
  readonly buttons: number;
  readonly screen: Vec;
  /** Coalesced samples, oldest first, the event's own position included as the last. Absent: `screen` is the only one. */
  readonly points?: readonly PointerSample[] | undefined;
  /** Where the pointer is expected next, nearest first. To be shown, never to be kept. */
  readonly predicted?: readonly PointerSample[] | undefined;
  /** Pressure of the event itself, 0..1; used where `points` is absent. */
  readonly pressure?: number | undefined;
  /** Time of the event, ms on any monotonic scale. */
  readonly tMs: number;
  /** 1 for a single press, 2 for the second of a double click, and so on. */
  readonly clickCount?: number | undefined;
};
/** A pointer with nothing pressed went off the board, or onto what the page shows over it. */
export type LeaveInput = { readonly type: "pointer-leave" };
export type WheelInput = Modifiers & {
  readonly type: "wheel";
  readonly screen: Vec;
  /** CSS pixels, as WheelEvent in pixel mode (the host converts lines and pages). */
  readonly dx: number;
  readonly dy: number;
};
/** Two-finger gesture. `move` carries changes since the previous event of the gesture. */
export type PinchInput = {
  readonly type: "pinch";
  readonly phase: "start" | "move" | "end";
  /** Midpoint of the fingers. */
  readonly screen: Vec;
  /** Movement of the midpoint since the previous event, CSS pixels. */
  readonly dx: number;
  readonly dy: number;
  /** Distance of the fingers divided by that of the previous event; 1 = no zoom. */
  readonly scale: number;
};
export type KeyInput = Modifiers & {
  readonly type: "key-down" | "key-up";
  /** As KeyboardEvent.key. */
  readonly key: string;
  /** As KeyboardEvent.code. */
  readonly code: string;
  readonly repeat: boolean;
};
/** The host lost the gesture (window blur, context menu): whatever is under way is given up. */
export type CancelInput = {
  readonly type: "cancel";
  /** True: it should never have begun (the hand that holds a pen), and nothing of it stays. */
  readonly isUnmeant?: boolean | undefined;
};
/** A long press: what was under way is taken back, and the menu opens. */
export type MenuInput = { readonly type: "menu"; readonly screen: Vec; readonly pointerType: PointerKind };
/** Optional heartbeat of a host while a button is down: lets a resting pen commit what it has drawn. */
export type TickInput = { readonly type: "tick"; readonly tMs: number };

export type InputEvent = PointerInput | LeaveInput | WheelInput | PinchInput | KeyInput | MenuInput | CancelInput | TickInput;
