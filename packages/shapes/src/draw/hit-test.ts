// What touches a freehand stroke: its ink. Loops are not filled.
import { isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { penSize, strokePoints } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

export function hitDraw(shape: DrawShape, point: Vec, slack: number): boolean {
  return isNearPolyline(point, strokePoints(shape), penSize(shape) / 2 + slack, 3);
}

export function hitDrawSegment(shape: DrawShape, from: Vec, to: Vec, slack: number): boolean {
  return isSegmentNearPolyline(from, to, strokePoints(shape), penSize(shape) / 2 + slack, 3);
}
