// What an arrow looks like: a stroked shaft that ends inside of sharp, filled heads.
import { polylineLength } from "@inkroom/geometry";
import { dashPattern } from "../dash.ts";
import type { DisplayItem, DisplayList, Paint } from "../display-list.ts";
import { polylinePath } from "../polyline-path.ts";
import { arrowParts } from "./geometry.ts";
import type { ArrowShape } from "./schema.ts";

export function arrowDisplayList(shape: ArrowShape): DisplayList {
  const paint: Paint = { color: shape.color, shade: "full" };
  const { shaft, width, heads } = arrowParts(shape);
  const items: DisplayItem[] = [];
  if (shaft !== undefined) {
    const dash = dashPattern(shape.dash, width, { length: polylineLength(shaft), closed: false });
    items.push({ kind: "path", path: polylinePath(shaft), stroke: { paint, width, ...(dash === undefined ? {} : { dash }) } });
  }
  for (const head of heads) items.push({ kind: "path", path: polylinePath(head, true), fill: paint });
  return items;
}
