// What a geometric shape looks like: its outline, filled or not.
import { polylineLength } from "@inkroom/geometry";
import { boxLabel } from "../label/label-block.ts";
import { outlineItem } from "../outline-item.ts";
import type { DisplayList } from "../display-list.ts";
import { geoPath, geoPolygon } from "./geometry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { textItems } from "../text/text-block.ts";
import type { GeoShape } from "./schema.ts";

export function geoDisplayList(shape: GeoShape, measureLine?: LineMeasurer): DisplayList {
  return [outlineItem(shape, geoPath(shape), polylineLength(geoPolygon(shape))), ...textItems(boxLabel(shape), measureLine)];
}
