// The four ways in which the arrow keys lead.
import type { Vec } from "@inkroom/geometry";

export type Direction = "left" | "right" | "up" | "down";
export const DIRECTIONS: readonly Direction[] = ["left", "right", "up", "down"];

/** One step of that way, page space. */
export const STEPS: Readonly<Record<Direction, Vec>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** As KeyboardEvent.key. */
export const ARROW_KEYS: Readonly<Record<Direction, string>> = {
  left: "ArrowLeft",
  right: "ArrowRight",
  up: "ArrowUp",
  down: "ArrowDown",
};
