// What touches a line.
import { isEnclosed, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { drawnLine } from "../drawn-line.ts";
import { isFilled } from "../inside.ts";
import { crossesLabel, isOnLabel, lineGap } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import type { LineShape } from "./schema.ts";

export function hitLine(shape: LineShape, point: Vec, slack: number): boolean {
  if (isOnLabel(lineGap(shape), point, slack)) return true;
  if (isFilled(shape) && isEnclosed(point, drawnLine(shape))) return true;
  return isNearPolyline(point, drawnLine(shape), STROKE_WIDTHS[shape.size] / 2 + slack);
}

export function hitLineSegment(shape: LineShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(lineGap(shape), from, to, slack)) return true;
  if (isFilled(shape) && isEnclosed(from, drawnLine(shape))) return true;
  return isSegmentNearPolyline(from, to, drawnLine(shape), STROKE_WIDTHS[shape.size] / 2 + slack);
}
