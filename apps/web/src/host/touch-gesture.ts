// Fingers on the board: one draws, or pans where it may not draw; two pan and zoom together; three mean nothing.
// What the first finger had begun when the second comes down is the editor's to keep or take back.
import type { InputEvent, PointerInput } from "@inkroom/editor";
import { Fingers } from "./fingers.ts";
import type { FingerRole } from "./palm-guard.ts";

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
  const fingers = new Fingers();
  let phase: Phase = "tool";

  const start = (): void => {
    phase = "pinching";
    fingers.settle();
    dispatch({ type: "pinch", phase: "start", screen: fingers.middle, dx: 0, dy: 0, scale: 1 });
  };
  const end = (next: Phase): void => {
    phase = next;
    dispatch({ type: "pinch", phase: "end", screen: fingers.middle, dx: 0, dy: 0, scale: 1 });
  };
  return {
    down(input, role) {
      if (role === "ignored") return true;
      fingers.put(input.pointerId, input.screen);
      if (fingers.count === 1) {
        if (role === "tool") return false;
        if (role === "pan") start();
        else phase = "waiting";
        return true;
      }
      if (phase === "spent") return true;
      if (fingers.count > MAX_FINGERS) end("spent");
      else if (phase === "pinching") fingers.settle();
      else start();
      return true;
    },
    move(input) {
      // An ignored finger is none of these.
      if (!fingers.has(input.pointerId)) return true;
      fingers.put(input.pointerId, input.screen);
      if (phase !== "pinching") return phase !== "tool";
      const step = fingers.step();
      if (step !== undefined) dispatch({ type: "pinch", phase: "move", ...step });
      return true;
    },
    up(input) {
      if (!fingers.lift(input.pointerId)) return true;
      if (phase === "tool") return false;
      // The finger that stays pans on; it does not begin to draw.
      if (fingers.count > 0) fingers.settle();
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
