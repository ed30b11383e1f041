// What touches an ellipse.
import { distanceToEllipse, isInEllipse, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { boxLabel, crossesLabel, isOnLabel, labelBounds } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { boxFrame } from "../box-shape.ts";
import { ellipseOutline } from "./geometry.ts";
import type { EllipseShape } from "./schema.ts";

export function hitEllipse(shape: EllipseShape, point: Vec, slack: number): boolean {
  if (isOnLabel(labelBounds(boxLabel(shape), shape), point, slack)) return true;
  const frame = boxFrame(shape);
  if (shape.fill !== "none" && isInEllipse(point, frame)) return true;
  return distanceToEllipse(point, frame) <= STROKE_WIDTHS[shape.size] / 2 + slack;
}

export function hitEllipseSegment(shape: EllipseShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(labelBounds(boxLabel(shape), shape), from, to, slack)) return true;
  if (shape.fill !== "none" && isInEllipse(from, boxFrame(shape))) return true;
  return isSegmentNearPolyline(from, to, ellipseOutline(shape), STROKE_WIDTHS[shape.size] / 2 + slack);
}
