// Fingers on the board: one draws (or pans, while a pen is in use), two pan and zoom together.
// What the first finger had begun when the second comes down is the editor's to keep or take back.
import type { InputEvent, PointerInput } from "@inkroom/editor";

type Finger = { readonly x: number; readonly y: number };

export type TouchGesture = {
  /** Each returns true where the event was used up here and must not reach the tool. */
  down(input: PointerInput, options: { readonly panOnly: boolean }): boolean;
  move(input: PointerInput): boolean;
  up(input: PointerInput): boolean;
  reset(): void;
};

export function createTouchGesture(dispatch: (event: InputEvent) => void): TouchGesture {
  const fingers = new Map<number, Finger>();
  let isPinching = false;
  /** Where the fingers were at the last pinch event. */
  let before = { x: 0, y: 0, spread: 0 };

  const start = (): void => {
    isPinching = true;
    before = summarise(fingers);
    dispatch({ type: "pinch", phase: "start", screen: before, dx: 0, dy: 0, scale: 1 });
  };
  return {
    down(input, { panOnly }) {
      fingers.set(input.pointerId, input.screen);
      if (isPinching) {
        before = summarise(fingers);
        return true;
      }
      if (fingers.size === 1 && !panOnly) return false;
      start();
      return true;
    },
    move(input) {
      if (!fingers.has(input.pointerId)) return isPinching;
      fingers.set(input.pointerId, input.screen);
      if (!isPinching) return false;
      const now = summarise(fingers);
      const scale = before.spread > 0 && now.spread > 0 ? now.spread / before.spread : 1;
      dispatch({ type: "pinch", phase: "move", screen: { x: now.x, y: now.y }, dx: now.x - before.x, dy: now.y - before.y, scale });
      before = now;
      return true;
    },
    up(input) {
      fingers.delete(input.pointerId);
      if (!isPinching) return false;
      if (fingers.size > 0) {
        // The finger that stays pans on; it does not begin to draw.
        before = summarise(fingers);
        return true;
      }
      isPinching = false;
      dispatch({ type: "pinch", phase: "end", screen: { x: before.x, y: before.y }, dx: 0, dy: 0, scale: 1 });
      return true;
    },
    reset() {
      fingers.clear();
      isPinching = false;
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
