// What touches an arrow: its shaft or one of its heads.
import { isInPolygon, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { STROKE_WIDTHS } from "../style.ts";
import { arrowParts } from "./geometry.ts";
import type { ArrowShape } from "./schema.ts";

export function hitArrow(shape: ArrowShape, point: Vec, slack: number): boolean {
  if (isNearPolyline(point, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack)) return true;
  return arrowParts(shape).heads.some((head) => isInPolygon(point, head) || isNearPolyline(point, closed(head), slack));
}

export function hitArrowSegment(shape: ArrowShape, from: Vec, to: Vec, slack: number): boolean {
  if (isSegmentNearPolyline(from, to, shape.vertices, STROKE_WIDTHS[shape.size] / 2 + slack)) return true;
  return arrowParts(shape).heads.some((head) => isInPolygon(from, head) || isSegmentNearPolyline(from, to, closed(head), slack));
}

function closed(polygon: readonly number[]): readonly number[] {
  return [...polygon, ...polygon.slice(0, 2)];
}
