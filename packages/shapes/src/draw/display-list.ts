// What a freehand stroke looks like: the filled outline of the mark a pen leaves, or the broad even line of a highlighter;
// from afar, a line of the same width.
import { simplifyPolyline, smoothClosedPath, smoothOpenPath, strokeOutline } from "@inkroom/geometry";
import type { DisplayList, PathCommand, PathData } from "../display-list.ts";
import { penSize, strokePoints } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

export function drawDisplayList(shape: DrawShape): DisplayList {
  if (shape.nib === "highlighter") return line(shape, smoothOpenPath(strokePoints(shape), 3), penSize(shape));
  const outline = strokeOutline(strokePoints(shape), { size: penSize(shape), simulatePressure: !shape.pressure });
  const path = smoothClosedPath(outline);
  return path.length === 0 ? [] : [{ kind: "path", path, fill: { color: shape.color, shade: "full" } }];
}

/** Marks of fewer device pixels than this show nothing of their changing width. */
const COARSE_WIDTH_PX = 2;
/** Width of a moving pen's mark as a share of the pen's size, in the mean. */
const MEAN_WIDTH = 0.74;
/** Points may be off the line by this share of a device pixel. */
const TOLERANCE_PX = 0.3;

export function coarseDrawDisplayList(shape: DrawShape, grain: number): DisplayList | undefined {
  const size = penSize(shape);
  const isEven = shape.nib === "highlighter";
  if (!isEven && size > COARSE_WIDTH_PX * grain) return undefined;
  const points = simplifyPolyline(strokePoints(shape), TOLERANCE_PX * grain, 3);
  if (points.length === 0) return [];
  const path: (PathCommand | number)[] = ["M", points[0] as number, points[1] as number];
  // A line of no length is a dot, as its ends are round.
  if (points.length === 3) path.push("L", points[0] as number, points[1] as number);
  for (let at = 3; at < points.length; at += 3) path.push("L", points[at] as number, points[at + 1] as number);
  return line(shape, path, isEven ? size : size * MEAN_WIDTH);
}

function line({ color, nib }: DrawShape, path: PathData, width: number): DisplayList {
  const shade = nib === "highlighter" ? "marker" : "full";
  return path.length === 0 ? [] : [{ kind: "path", path, stroke: { paint: { color, shade }, width } }];
}
