// Fingers on the board: one draws, or pans where it may not draw; two pan and zoom together; three mean nothing.
// What the first finger had begun when the second comes down is the editor's to keep or take back.
import type { InputEvent, PointerInput } from "@inkroom/editor";
import type { FingerRole } from "./palm-guard.ts";

type Finger = { readonly x: number; readonly y: number };

export type TouchGesture = {
  /** Each returns true where the event was used up here and must not reach the tool. */
  down(input: PointerInput, role: FingerRole): boolean;
  move(input: PointerInput): boolean;
  up(input: PointerInput): boolean;
  reset(): void;
};

/** More contacts than this are a hand that is put down, not a gesture. */
const MAX_FINGERS = 2;

/**
 * `tool`: the one finger there is, is the tool's. `waiting`: it is nobody's until a second one comes. `pinching`: fingers
 * move the paper. `spent`: too many have come; nothing happens until all are gone.
 */
type Phase = "tool" | "waiting" | "pinching" | "spent";

export function createTouchGesture(dispatch: (event: InputEvent) => void): TouchGesture {
  const fingers = new Map<number, Finger>();
  let phase: Phase = "tool";
  /** Where the fingers were at the last pinch event. */
  let before = { x: 0, y: 0, spread: 0 };

  const start = (): void => {
    phase = "pinching";
    before = summarise(fingers);
    dispatch({ type: "pinch", phase: "start", screen: before, dx: 0, dy: 0, scale: 1 });
  };
  const end = (next: Phase): void => {
    phase = next;
    dispatch({ type: "pinch", phase: "end", screen: { x: before.x, y: before.y }, dx: 0, dy: 0, scale: 1 });
  };
  return {
    down(input, role) {
      if (role === "ignored") return true;
      fingers.set(input.pointerId, input.screen);
      if (fingers.size === 1) {
        if (role === "tool") return false;
        if (role === "pan") start();
        else phase = "waiting";
        return true;
      }
      if (phase === "spent") return true;
      if (fingers.size > MAX_FINGERS) end("spent");
      else if (phase === "pinching") before = summarise(fingers);
      else start();
      return true;
    },
    move(input) {
      // An ignored finger is none of these.
      if (!fingers.has(input.pointerId)) return true;
      fingers.set(input.pointerId, input.screen);
      if (phase !== "pinching") return phase !== "tool";
      const now = summarise(fingers);
      const scale = before.spread > 0 && now.spread > 0 ? now.spread / before.spread : 1;
      dispatch({ type: "pinch", phase: "move", screen: { x: now.x, y: now.y }, dx: now.x - before.x, dy: now.y - before.y, scale });
      before = now;
      return true;
    },
    up(input) {
      if (!fingers.delete(input.pointerId)) return true;
      if (phase === "tool") return false;
      // The finger that stays pans on; it does not begin to draw.
      if (fingers.size > 0) before = summarise(fingers);
      else if (phase === "pinching") end("tool");
      else phase = "tool";
      return true;
    },
    reset() {
      fingers.clear();
      phase = "tool";
    },
  };
}

/** Midpoint of the first two fingers and their distance; distance 0 for a single one. */
function summarise(fingers: ReadonlyMap<number, Finger>): { x: number; y: number; spread: number } {
  const [a, b] = [...fingers.values()];
  if (a === undefined) return { x: 0, y: 0, spread: 0 };
  if (b === undefined) return { x: a.x, y: a.y, spread: 0 };
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
}
