// What touches a freehand stroke: its ink, and what is inside of a loop that is filled.
import { isEnclosed, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { isFilled } from "../inside.ts";
import { penSize, strokePoints } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

export function hitDraw(shape: DrawShape, point: Vec, slack: number): boolean {
  const points = strokePoints(shape);
  if (isFilled(shape) && isEnclosed(point, points, 3)) return true;
  return isNearPolyline(point, points, penSize(shape) / 2 + slack, 3);
}

export function hitDrawSegment(shape: DrawShape, from: Vec, to: Vec, slack: number): boolean {
  const points = strokePoints(shape);
  if (isFilled(shape) && isEnclosed(from, points, 3)) return true;
  return isSegmentNearPolyline(from, to, points, penSize(shape) / 2 + slack, 3);
}
