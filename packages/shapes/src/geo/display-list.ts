// What a geometric shape looks like: its outline, filled or not.
import { polylineLength } from "@inkroom/geometry";
import { outlineItem } from "../outline-item.ts";
import type { DisplayList } from "../display-list.ts";
import { geoPath, geoPolygon } from "./geometry.ts";
import type { GeoShape } from "./schema.ts";

export function geoDisplayList(shape: GeoShape): DisplayList {
  return [outlineItem(shape, geoPath(shape), polylineLength(geoPolygon(shape)))];
}
