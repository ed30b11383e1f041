// What touches an arrow: its shaft or one of its heads.
import { isInPolygon, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { drawnLine } from "../drawn-line.ts";
import { crossesLabel, isOnLabel, lineGap } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { arrowParts } from "./geometry.ts";
import type { HeadInk } from "./heads.ts";
import type { ArrowShape } from "./schema.ts";

export function hitArrow(shape: ArrowShape, point: Vec, slack: number): boolean {
  if (isOnLabel(lineGap(shape), point, slack)) return true;
  if (isNearPolyline(point, drawnLine(shape), STROKE_WIDTHS[shape.size] / 2 + slack)) return true;
  return arrowParts(shape).heads.some(
    (head) => (head.closed && isInPolygon(point, head.corners)) || isNearPolyline(point, edge(head), slack),
  );
}

export function hitArrowSegment(shape: ArrowShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(lineGap(shape), from, to, slack)) return true;
  if (isSegmentNearPolyline(from, to, drawnLine(shape), STROKE_WIDTHS[shape.size] / 2 + slack)) return true;
  return arrowParts(shape).heads.some(
    (head) => (head.closed && isInPolygon(from, head.corners)) || isSegmentNearPolyline(from, to, edge(head), slack),
  );
}

function edge({ corners, closed }: HeadInk): readonly number[] {
  return closed ? [...corners, ...corners.slice(0, 2)] : corners;
}
