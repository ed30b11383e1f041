// What an ellipse looks like: four cubic curves.
import type { DisplayList, PathData } from "../display-list.ts";
import { boxLabel, labelBounds } from "../label/label-block.ts";
import { outlineItems } from "../outline-item.ts";
import { ellipsePerimeter } from "./geometry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { textItems } from "../text/text-items.ts";
import type { EllipseShape } from "./schema.ts";

/** Control point distance at which a cubic curve follows a quarter circle. */
const QUARTER_CIRCLE = 0.5523;

export function ellipseDisplayList(shape: EllipseShape, measureLine?: LineMeasurer): DisplayList {
  return [
    ...outlineItems(shape, ellipsePath(shape.w / 2, shape.h / 2), {
      length: ellipsePerimeter(shape),
      free: labelBounds(boxLabel(shape), shape),
    }),
    ...textItems(boxLabel(shape), measureLine),
  ];
}

function ellipsePath(a: number, b: number): PathData {
  const ka = a * QUARTER_CIRCLE;
  const kb = b * QUARTER_CIRCLE;
  const commands: PathData[] = [
    ["M", 2 * a, b],
    ["C", 2 * a, b + kb, a + ka, 2 * b, a, 2 * b],
    ["C", a - ka, 2 * b, 0, b + kb, 0, b],
    ["C", 0, b - kb, a - ka, 0, a, 0],
    ["C", a + ka, 0, 2 * a, b - kb, 2 * a, b],
    ["Z"],
  ];
  return commands.flat();
}
