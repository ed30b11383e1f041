// Counts presses that belong together: the second within 300 ms at the same spot is a double click.

/** Longest time between two presses, in ms. */
const INTERVAL_MS = 300;
/** How far apart two presses may be, in CSS pixels; generous, for fingers. */
const SLOP_PX = 12;

export type ClickCounter = { count(x: number, y: number, tMs: number, button: number): number };

export function createClickCounter(): ClickCounter {
  let last = { x: 0, y: 0, tMs: Number.NEGATIVE_INFINITY, button: -1, count: 0 };
  return {
    count(x, y, tMs, button) {
      const near = Math.hypot(x - last.x, y - last.y) <= SLOP_PX;
      const count = near && button === last.button && tMs - last.tMs <= INTERVAL_MS ? last.count + 1 : 1;
      last = { x, y, tMs, button, count };
      return count;
    },
  };
}
