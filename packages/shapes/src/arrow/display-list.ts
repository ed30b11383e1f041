// What an arrow looks like: a stroked shaft that ends inside of sharp, filled heads, and the words half way along it.
import type { DisplayItem, DisplayList, Paint } from "../display-list.ts";
import { lineGap, lineLabel } from "../label/label-block.ts";
import { polylinePath } from "../polyline-path.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { strokedLine } from "../stroked-line.ts";
import { textItems } from "../text/text-block.ts";
import { arrowParts } from "./geometry.ts";
import type { ArrowShape } from "./schema.ts";

export function arrowDisplayList(shape: ArrowShape, measureLine?: LineMeasurer): DisplayList {
  const paint: Paint = { color: shape.color, shade: "full" };
  const { shaft, width, heads } = arrowParts(shape);
  const items: DisplayItem[] = shaft === undefined ? [] : [...strokedLine(shape, shaft, width, lineGap(shape))];
  for (const head of heads) items.push({ kind: "path", path: polylinePath(head, true), fill: paint });
  return [...items, ...textItems(lineLabel(shape), measureLine)];
}
