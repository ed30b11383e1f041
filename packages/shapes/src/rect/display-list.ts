// What a rectangle looks like: a path, its corners slightly rounded or sharp.
import type { DisplayList, PathData } from "../display-list.ts";
import { boxLabel } from "../label/label-block.ts";
import { outlineItem } from "../outline-item.ts";
import { polylinePath } from "../polyline-path.ts";
import { rectRadius } from "./geometry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { textItems } from "../text/text-block.ts";
import type { RectShape } from "./schema.ts";

/** Control point distance at which a cubic curve follows a quarter circle. */
const QUARTER_CIRCLE = 0.5523;

export function rectDisplayList(shape: RectShape, measureLine?: LineMeasurer): DisplayList {
  const { w, h } = shape;
  const radius = rectRadius(shape);
  // Each rounded corner is shorter than the sharp one by 2r - r * pi / 2.
  return [
    outlineItem(shape, roundedRect(w, h, radius), 2 * (w + h) - (8 - 2 * Math.PI) * radius),
    ...textItems(boxLabel(shape), measureLine),
  ];
}

function roundedRect(w: number, h: number, r: number): PathData {
  const k = r * (1 - QUARTER_CIRCLE);
  if (r === 0) return polylinePath([0, 0, w, 0, w, h, 0, h], true);
  const commands: PathData[] = [
    ["M", r, 0],
    ["L", w - r, 0],
    ["C", w - k, 0, w, k, w, r],
    ["L", w, h - r],
    ["C", w, h - k, w - k, h, w - r, h],
    ["L", r, h],
    ["C", k, h, 0, h - k, 0, h - r],
    ["L", 0, r],
    ["C", 0, k, k, 0, r, 0],
    ["Z"],
  ];
  return commands.flat();
}
