// Facts about presses: how far is a drag, how near is a hit, what a pointer event carries.
import type { Vec } from "@inkroom/geometry";
import type { PointerInput, PointerKind, PointerSample } from "./input-event.ts";

/** A pen or mouse has to move this far to drag, in screen pixels. */
const DRAG_DISTANCE = 4;
/** A finger has to move this far to drag, in screen pixels. */
const TOUCH_DRAG_DISTANCE = 6;
/** How near to an outline a press still hits it, in screen pixels. */
const HIT_SLACK = 5;
const TOUCH_HIT_SLACK = 12;

export function isDrag(from: PointerInput, to: PointerInput): boolean {
  const distance = Math.hypot(to.screen.x - from.screen.x, to.screen.y - from.screen.y);
  return distance >= (from.pointerType === "touch" ? TOUCH_DRAG_DISTANCE : DRAG_DISTANCE);
}

/** Tolerance of a hit test in page units. */
export function hitSlack(kind: PointerKind, zoom: number): number {
  return (kind === "touch" ? TOUCH_HIT_SLACK : HIT_SLACK) / zoom;
}

/** All samples of a pointer event, oldest first. */
export function samplesOf(event: PointerInput): readonly [PointerSample, ...PointerSample[]] {
  const [first, ...rest] = event.points ?? [];
  if (first !== undefined) return [first, ...rest];
  return [{ x: event.screen.x, y: event.screen.y, pressure: event.pressure ?? 0.5 }];
}

const STEP_ANGLE = Math.PI / 12;

/** The end of a line from `from` towards `to`, turned to the nearest multiple of 15 degrees; same length. */
export function snapAngle(from: Vec, to: Vec): Vec {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / STEP_ANGLE) * STEP_ANGLE;
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
}
