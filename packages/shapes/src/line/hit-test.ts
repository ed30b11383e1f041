// What touches a line.
import { isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { crossesLabel, isOnLabel, lineGap } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import type { LineShape } from "./schema.ts";

export function hitLine(shape: LineShape, point: Vec, slack: number): boolean {
  if (isOnLabel(lineGap(shape), point, slack)) return true;
  return isNearPolyline(point, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack);
}

export function hitLineSegment(shape: LineShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(lineGap(shape), from, to, slack)) return true;
  return isSegmentNearPolyline(from, to, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack);
}
