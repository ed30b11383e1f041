// What a line looks like: a stroked path through its vertices, and the words half way along it.
import type { DisplayList } from "../display-list.ts";
import { lineGap, lineLabel } from "../label/label-block.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { strokedLine } from "../stroked-line.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { textItems } from "../text/text-block.ts";
import type { LineShape } from "./schema.ts";

export function lineDisplayList(shape: LineShape, measureLine?: LineMeasurer): DisplayList {
  return [...strokedLine(shape, shape.vertices, STROKE_WIDTHS[shape.size], lineGap(shape)), ...textItems(lineLabel(shape), measureLine)];
}
