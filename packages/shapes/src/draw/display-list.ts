// What a freehand stroke looks like: the filled outline of the mark a pen leaves, or the broad even line of a highlighter;
// from afar, a line of the same width. Under it, what is inside of a stroke that has closed itself.
import { type FlatPoints, simplifyPolyline, smoothOpenPath, strokeMiddle, strokeOutline } from "@inkroom/geometry";
import type { DisplayList, PathCommand, PathData } from "../display-list.ts";
import { insideItem } from "../outline-item.ts";
import { isClosedInk } from "./closed-ink.ts";
import { penSize, strokePoints } from "./geometry.ts";
import type { DrawShape } from "./schema.ts";

/** Fewer leave nothing inside. */
const MIN_CORNERS = 3;

export function drawDisplayList(shape: DrawShape): DisplayList {
  if (shape.nib === "highlighter") return line(shape, smoothOpenPath(strokePoints(shape), 3), penSize(shape));
  const points = strokePoints(shape);
  const outline = strokeOutline(points, { size: penSize(shape), simulatePressure: !shape.pressure });
  if (outline.length < MIN_CORNERS * 2) return [];
  const inside = insideOf(shape, () => pathAlong(simplifyPolyline(strokeMiddle(points, penSize(shape)), shape.quantum), 2));
  return [...inside, { kind: "ink", outline, fill: { color: shape.color, shade: "full" } }];
}

/** `way`: along the middle of the ink, which covers its edge. It is closed straight from end to end. */
function insideOf(shape: DrawShape, way: () => PathData): DisplayList {
  if (shape.fill === "none" || !isClosedInk(shape)) return [];
  const inside = insideItem({ ...shape, roughness: "none" }, [...way(), "Z"], undefined);
  return inside === undefined ? [] : [inside];
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
  return [...insideOf(shape, () => pathAlong(points, 3)), ...line(shape, pathAlong(points, 3), isEven ? size : size * MEAN_WIDTH)];
}

/** Straight from point to point; of one point a line of no length, which is a dot, as its ends are round. */
function pathAlong(points: FlatPoints, stride: number): PathData {
  const path: (PathCommand | number)[] = ["M", points[0] as number, points[1] as number];
  if (points.length === stride) path.push("L", points[0] as number, points[1] as number);
  for (let at = stride; at < points.length; at += stride) path.push("L", points[at] as number, points[at + 1] as number);
  return path;
}

function line({ color, nib }: DrawShape, path: PathData, width: number): DisplayList {
  const shade = nib === "highlighter" ? "marker" : "full";
  return path.length === 0 ? [] : [{ kind: "path", path, stroke: { paint: { color, shade }, width } }];
}
