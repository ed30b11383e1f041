// What touches a line.
import { isInPolygon, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { drawnLine, isClosedLine } from "../drawn-line.ts";
import { crossesLabel, isOnLabel, lineGap } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import type { LineShape } from "./schema.ts";

export function hitLine(shape: LineShape, point: Vec, slack: number): boolean {
  if (isOnLabel(lineGap(shape), point, slack)) return true;
  if (isFilled(shape) && isInPolygon(point, drawnLine(shape))) return true;
  return isNearPolyline(point, drawnLine(shape), STROKE_WIDTHS[shape.size] / 2 + slack);
}

export function hitLineSegment(shape: LineShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(lineGap(shape), from, to, slack)) return true;
  if (isFilled(shape) && isInPolygon(from, drawnLine(shape))) return true;
  return isSegmentNearPolyline(from, to, drawnLine(shape), STROKE_WIDTHS[shape.size] / 2 + slack);
}

function isFilled(shape: LineShape): boolean {
  return shape.fill !== "none" && isClosedLine(shape);
}
