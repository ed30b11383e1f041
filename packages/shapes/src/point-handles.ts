// The handles on the points of a line or an arrow, and half way between them; the editor hits what the canvas paints.
import { boxContainsPoint, lerpVec, pointAt, pointCount, type Vec } from "@inkroom/geometry";
import type { ArrowShape } from "./arrow/schema.ts";
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

/** Does the line end where it begins, and enclose something? Its first and its last point are one then. */
export function isClosedLine({ kind, vertices }: LinearShape): boolean {
  return kind === "line" && vertices.length > 6 && vertices[0] === vertices.at(-2) && vertices[1] === vertices.at(-1);
}

/** The handles that are shown at this zoom (screen pixels per page unit). */
export function pointHandles(shape: LinearShape, zoom: number): readonly PointHandle[] {
  const points = linearPoints(shape);
  const ends = isClosedLine(shape) ? points.slice(0, -1) : points;
  const handles = ends.map((at, index): PointHandle => ({ role: "point", index, at }));
  const words = lineGap(shape);
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [from, to] = [points[i], points[i + 1]];
    if (from === undefined || to === undefined || Math.hypot(to.x - from.x, to.y - from.y) * zoom < MIN_WAY_FOR_MIDDLE_PX) continue;
    const at = lerpVec(from, to, 0.5);
    if (words === undefined || !boxContainsPoint(words, toLocal(shape, at))) handles.push({ role: "middle", index: i, at });
  }
  return handles;
}

/** The handle nearest to a page point and within reach; a point before a middle. */
export function pointHandleAt(shape: LinearShape, at: Vec, zoom: number, pointer: "fine" | "coarse" = "fine"): PointHandle | undefined {
  const far = (handle: PointHandle): number => Math.hypot(handle.at.x - at.x, handle.at.y - at.y) * zoom;
  const near = pointHandles(shape, zoom).filter((handle) => far(handle) <= HANDLE_REACH_PX[pointer]);
  const rank = (handle: PointHandle): number => far(handle) + (handle.role === "middle" ? HANDLE_REACH_PX[pointer] : 0);
  return near.sort((a, b) => rank(a) - rank(b))[0];
}
