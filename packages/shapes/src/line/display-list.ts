// What a line looks like: one stroked path through its vertices.
import { polylineLength } from "@inkroom/geometry";
import { dashPattern } from "../dash.ts";
import type { DisplayList } from "../display-list.ts";
import { polylinePath } from "../polyline-path.ts";
import { STROKE_WIDTHS } from "../style.ts";
import type { LineShape } from "./schema.ts";

export function lineDisplayList(shape: LineShape): DisplayList {
  const width = STROKE_WIDTHS[shape.size];
  const dash = dashPattern(shape.dash, width, { length: polylineLength(shape.vertices), closed: false });
  return [
    {
      kind: "path",
      path: polylinePath(shape.vertices),
      stroke: { paint: { color: shape.color, shade: "full" }, width, ...(dash === undefined ? {} : { dash }) },
    },
  ];
}
