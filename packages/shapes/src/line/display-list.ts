// What a line looks like: a stroked path along it, filled inside where it is closed, and the words half way along it.
import { polylineLength } from "@inkroom/geometry";
import type { DisplayList, PathItem } from "../display-list.ts";
import { drawnLine, isClosedLine } from "../drawn-line.ts";
import { lineGap, lineLabel } from "../label/label-block.ts";
import { outlineItems } from "../outline-item.ts";
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

/** The fill alone: the line over it stops before its words. */
function insideOf(shape: LineShape, line: readonly number[]): readonly PathItem[] {
  if (shape.fill === "none" || !isClosedLine(shape)) return [];
  const [first, ...others] = outlineItems(shape, polylinePath(line, true), { length: polylineLength(line), free: lineGap(shape) });
  if (first?.fill !== undefined) return [{ kind: "path", path: first.path, fill: first.fill }];
  return first === undefined || others.length === 0 ? [] : [first];
}
