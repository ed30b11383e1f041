// What a line looks like: a stroked path along it, filled inside where it is closed, and the words half way along it.
import type { DisplayList } from "../display-list.ts";
import { drawnLine, isClosedLine } from "../drawn-line.ts";
import { lineGap, lineLabel } from "../label/label-block.ts";
import { insideItem } from "../outline-item.ts";
import { polylinePath } from "../polyline-path.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { strokedLine } from "../stroked-line.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { textItems } from "../text/text-items.ts";
import type { LineShape } from "./schema.ts";

export function lineDisplayList(shape: LineShape, measureLine?: LineMeasurer): DisplayList {
  const line = drawnLine(shape);
  const stroke = strokedLine(shape, line, STROKE_WIDTHS[shape.size], lineGap(shape));
  return [...insideOf(shape, line), ...stroke, ...textItems(lineLabel(shape), measureLine)];
}

/** The line over it stops before its words, and so does a pattern. */
function insideOf(shape: LineShape, line: readonly number[]): DisplayList {
  const inside = isClosedLine(shape) ? insideItem(shape, polylinePath(line, true), lineGap(shape)) : undefined;
  return inside === undefined ? [] : [inside];
}
