// What touches an ellipse.
import { distanceToEllipse, ellipsePolygon, isInEllipse, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { boxLabel, crossesLabel, isOnLabel, labelBounds } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { boxFrame } from "../box-shape.ts";
import type { EllipseShape } from "./schema.ts";

/** Corners of the polygon that stands in for the outline against segments: off by less than a thousandth of its size. */
const POLYGON_CORNERS = 72;

export function hitEllipse(shape: EllipseShape, point: Vec, slack: number): boolean {
  if (isOnLabel(labelBounds(boxLabel(shape), shape), point, slack)) return true;
  const frame = boxFrame(shape);
  if (shape.fill !== "none" && isInEllipse(point, frame)) return true;
  return distanceToEllipse(point, frame) <= STROKE_WIDTHS[shape.size] / 2 + slack;
}

export function hitEllipseSegment(shape: EllipseShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(labelBounds(boxLabel(shape), shape), from, to, slack)) return true;
  if (shape.fill !== "none" && isInEllipse(from, boxFrame(shape))) return true;
  const outline = ellipsePolygon(boxFrame(shape), POLYGON_CORNERS);
  return isSegmentNearPolyline(from, to, outline, STROKE_WIDTHS[shape.size] / 2 + slack);
}
