// What touches a line.
import { isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { STROKE_WIDTHS } from "../style.ts";
import type { LineShape } from "./schema.ts";

export function hitLine(shape: LineShape, point: Vec, slack: number): boolean {
  return isNearPolyline(point, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack);
}

export function hitLineSegment(shape: LineShape, from: Vec, to: Vec, slack: number): boolean {
  return isSegmentNearPolyline(from, to, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack);
}
