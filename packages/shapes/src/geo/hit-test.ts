// What touches a geometric shape.
import { isInPolygon, isNearPolyline, isSegmentNearPolyline, type Vec } from "@inkroom/geometry";
import { boxLabel, crossesLabel, isOnLabel, labelBounds } from "../label/label-block.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { geoPolygon } from "./geometry.ts";
import type { GeoShape } from "./schema.ts";

export function hitGeo(shape: GeoShape, point: Vec, slack: number): boolean {
  if (isOnLabel(labelBounds(boxLabel(shape), shape), point, slack)) return true;
  const outline = geoPolygon(shape);
  return (shape.fill !== "none" && isInPolygon(point, outline)) || isNearPolyline(point, outline, STROKE_WIDTHS[shape.size] / 2 + slack);
}

export function hitGeoSegment(shape: GeoShape, from: Vec, to: Vec, slack: number): boolean {
  if (crossesLabel(labelBounds(boxLabel(shape), shape), from, to, slack)) return true;
  const outline = geoPolygon(shape);
  if (shape.fill !== "none" && isInPolygon(from, outline)) return true;
  return isSegmentNearPolyline(from, to, outline, STROKE_WIDTHS[shape.size] / 2 + slack);
}
