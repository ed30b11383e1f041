// The handles on the points of a line or an arrow, and half way between them; the editor hits what the canvas paints.
import { boxContainsPoint, lerpVec, middleOfSmooth, pointAt, pointCount, type Vec } from "@inkroom/geometry";
import type { ArrowShape } from "./arrow/schema.ts";
import { drawnLine, isClosedLine } from "./drawn-line.ts";
import { lineGap } from "./label/label-block.ts";
import type { LineShape } from "./line/schema.ts";
import { toLocal, toPage } from "./page-space.ts";
import { HANDLE_REACH_PX } from "./selection-frame.ts";
import type { Shape } from "./shape.ts";

/** What has points to be pulled at. */
export type LinearShape = ArrowShape | LineShape;

/** `point`: the vertex of that number. `middle`: half way from it to the next; a pull there makes a new one. `at` on the page. */
export type PointHandle = { readonly role: "point" | "middle"; readonly index: number; readonly at: Vec };

/** Two points nearer to each other than this on the screen have no handle between them. */
const MIN_WAY_FOR_MIDDLE_PX = 44;

export function isLinear(shape: Shape): shape is LinearShape {
  return shape.kind === "line" || shape.kind === "arrow";
}

/** Page positions of the vertices. */
export function linearPoints(shape: LinearShape): Vec[] {
  return Array.from({ length: pointCount(shape.vertices) }, (_, i) => toPage(shape, pointAt(shape.vertices, i)));
}

/** The handles that are shown at this zoom (screen pixels per page unit). */
export function pointHandles(shape: LinearShape, zoom: number): readonly PointHandle[] {
  const points = linearPoints(shape);
  const all = points.map((at, index): PointHandle => ({ role: "point", index, at }));
  // Where an elbow runs follows from its ends.
  if (shape.route === "elbow") return [...all.slice(0, 1), ...all.slice(-1)];
  const handles = isClosedLine(shape) ? all.slice(0, -1) : all;
  const words = lineGap(shape);
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [from, to] = [points[i], points[i + 1]];
    if (from === undefined || to === undefined || Math.hypot(to.x - from.x, to.y - from.y) * zoom < MIN_WAY_FOR_MIDDLE_PX) continue;
    const at = shape.route === "curved" ? toPage(shape, curveMiddle(shape, i)) : lerpVec(from, to, 0.5);
    if (words === undefined || !boxContainsPoint(words, toLocal(shape, at))) handles.push({ role: "middle", index: i, at });
  }
  return handles;
}

function curveMiddle(shape: LinearShape, i: number): Vec {
  return middleOfSmooth(drawnLine(shape), pointAt(shape.vertices, i), pointAt(shape.vertices, i + 1));
}

/** The handle nearest to a page point and within reach; a point before a middle. */
export function pointHandleAt(shape: LinearShape, at: Vec, zoom: number, pointer: "fine" | "coarse" = "fine"): PointHandle | undefined {
  const far = (handle: PointHandle): number => Math.hypot(handle.at.x - at.x, handle.at.y - at.y) * zoom;
  const near = pointHandles(shape, zoom).filter((handle) => far(handle) <= HANDLE_REACH_PX[pointer]);
  const rank = (handle: PointHandle): number => far(handle) + (handle.role === "middle" ? HANDLE_REACH_PX[pointer] : 0);
  return near.sort((a, b) => rank(a) - rank(b))[0];
}
