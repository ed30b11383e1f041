// What touches an arrow: its shaft or one of its heads.
import { isInPolygon, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { crossesLabel, isOnLabel, lineGap } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { arrowParts } from "./geometry.ts";
import type { ArrowShape } from "./schema.ts";

export function hitArrow(shape: ArrowShape, point: Vec, slack: number): boolean {
  if (isOnLabel(lineGap(shape), point, slack)) return true;
  if (isNearPolyline(point, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack)) return true;
  return arrowParts(shape).heads.some((head) => isInPolygon(point, head) || isNearPolyline(point, closed(head), slack));
}

export function hitArrowSegment(shape: ArrowShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(lineGap(shape), from, to, slack)) return true;
  if (isSegmentNearPolyline(from, to, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack)) return true;
  return arrowParts(shape).heads.some((head) => isInPolygon(from, head) || isSegmentNearPolyline(from, to, closed(head), slack));
}

function closed(polygon: readonly number[]): readonly number[] {
  return [...polygon, ...polygon.slice(0, 2)];
}
