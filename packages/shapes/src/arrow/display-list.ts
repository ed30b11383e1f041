// What an arrow looks like: a stroked shaft that ends inside of its heads, and the words half way along it.
import type { DisplayItem, DisplayList, Paint } from "../display-list.ts";
import { lineGap, lineLabel } from "../label/label-block.ts";
import { polylinePath } from "../polyline-path.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { strokedLine } from "../stroked-line.ts";
import { textItems } from "../text/text-items.ts";
import { arrowParts } from "./geometry.ts";
import type { ArrowShape } from "./schema.ts";

export function arrowDisplayList(shape: ArrowShape, measureLine?: LineMeasurer): DisplayList {
  const paint: Paint = { color: shape.color, shade: "full" };
  const { shaft, width, heads } = arrowParts(shape);
  const items: DisplayItem[] = shaft === undefined ? [] : [...strokedLine(shape, shaft, width, lineGap(shape))];
  for (const { corners, closed, filled } of heads) {
    const path = polylinePath(corners, closed);
    items.push(filled ? { kind: "path", path, fill: paint } : { kind: "path", path, stroke: { paint, width } });
  }
  return [...items, ...textItems(lineLabel(shape), measureLine)];
}
