// Boxes and resizing of lines.
import { type Box, expandBox, polylineBounds, unionBoxes } from "@inkroom/geometry";
import { drawnLine } from "../drawn-line.ts";
import { lineGap } from "../label/label-block.ts";
import { resizedOrigin } from "../resized-origin.ts";
import { roughReach } from "../rough/unsteady.ts";
import { STROKE_WIDTHS } from "../style.ts";
import { resizedVertices } from "../vertices.ts";
import type { LineShape } from "./schema.ts";

export function lineFrame(shape: LineShape): Box {
  return polylineBounds(drawnLine(shape));
}

export function lineBounds(shape: LineShape): Box {
  const stroke = expandBox(lineFrame(shape), STROKE_WIDTHS[shape.size] / 2 + roughReach(shape));
  const gap = lineGap(shape);
  return gap === undefined ? stroke : (unionBoxes([stroke, gap]) ?? stroke);
}

export function resizeLine(shape: LineShape, target: Box): Partial<LineShape> {
  const frame = lineFrame(shape);
  const vertices = resizedVertices(shape.vertices, frame, target);
  return { ...resizedOrigin(shape, frame, target, lineFrame({ ...shape, vertices })), rotation: shape.rotation, vertices };
}
