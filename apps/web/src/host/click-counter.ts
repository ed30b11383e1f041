// Counts presses that belong together: the second within 300 ms at the same spot is a double click.
import { type Camera, isSameCamera } from "@inkroom/editor";

/** Longest time between two presses, in ms. */
const INTERVAL_MS = 300;
/** How far apart two presses may be, in CSS pixels; generous, for fingers. */
const SLOP_PX = 12;

export type Press = {
  readonly x: number;
  readonly y: number;
  readonly tMs: number;
  readonly button: number;
  /** What is seen of the paper: where it has moved, the same spot of the screen is another one of the board. */
  readonly camera: Camera;
};
export type ClickCounter = { count(press: Press): number };

export function createClickCounter(): ClickCounter {
  let last: Press | undefined;
  let count = 0;
  return {
    count(press) {
      count = last !== undefined && isSameSpot(last, press) && press.tMs - last.tMs <= INTERVAL_MS ? count + 1 : 1;
      last = press;
      return count;
    },
  };
}

function isSameSpot(a: Press, b: Press): boolean {
  return isSameCamera(a.camera, b.camera) && a.button === b.button && Math.hypot(b.x - a.x, b.y - a.y) <= SLOP_PX;
}
