// What a rectangle looks like: a path, its corners slightly rounded or sharp.
import type { DisplayList } from "../display-list.ts";
import { boxLabel, labelBounds } from "../label/label-block.ts";
import { outlineItems } from "../outline-item.ts";
import { roundedRect } from "../rounded-rect.ts";
import { rectRadius } from "./geometry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { textItems } from "../text/text-items.ts";
import type { RectShape } from "./schema.ts";

export function rectDisplayList(shape: RectShape, measureLine?: LineMeasurer): DisplayList {
  const { w, h } = shape;
  const radius = rectRadius(shape);
  // Each rounded corner is shorter than the sharp one by 2r - r * pi / 2.
  return [
    ...outlineItems(shape, roundedRect(w, h, radius), {
      length: 2 * (w + h) - (8 - 2 * Math.PI) * radius,
      free: labelBounds(boxLabel(shape), shape),
    }),
    ...textItems(boxLabel(shape), measureLine),
  ];
}
