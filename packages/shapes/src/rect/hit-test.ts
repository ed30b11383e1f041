// What touches a rectangle.
import { boxContainsPoint, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { boxLabel, crossesLabel, isOnLabel, labelBounds } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { boxFrame } from "../box-shape.ts";
import type { RectShape } from "./schema.ts";

export function hitRect(shape: RectShape, point: Vec, slack: number): boolean {
  if (isOnLabel(labelBounds(boxLabel(shape), shape), point, slack)) return true;
  if (shape.fill !== "none" && boxContainsPoint(boxFrame(shape), point)) return true;
  return isNearPolyline(point, outline(shape), reach(shape, slack));
}

export function hitRectSegment(shape: RectShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(labelBounds(boxLabel(shape), shape), from, to, slack)) return true;
  if (shape.fill !== "none" && boxContainsPoint(boxFrame(shape), from)) return true;
  return isSegmentNearPolyline(from, to, outline(shape), reach(shape, slack));
}

function reach(shape: RectShape, slack: number): number {
  return STROKE_WIDTHS[shape.size] / 2 + slack;
}

/** Corners are taken as sharp: the difference is less than any slack. */
function outline({ w, h }: RectShape): readonly number[] {
  return [0, 0, w, 0, w, h, 0, h, 0, 0];
}
