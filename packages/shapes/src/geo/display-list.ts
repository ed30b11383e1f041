// What a geometric shape looks like: its outline, filled or not.
import { polylineLength } from "@inkroom/geometry";
import { boxLabel, labelBounds } from "../label/label-block.ts";
import { outlineItems } from "../outline-item.ts";
import type { DisplayList } from "../display-list.ts";
import { geoPath, geoPolygon } from "./geometry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { textItems } from "../text/text-items.ts";
import type { GeoShape } from "./schema.ts";

export function geoDisplayList(shape: GeoShape, measureLine?: LineMeasurer): DisplayList {
  return [
    ...outlineItems(shape, geoPath(shape), { length: polylineLength(geoPolygon(shape)), free: labelBounds(boxLabel(shape), shape) }),
    ...textItems(boxLabel(shape), measureLine),
  ];
}
