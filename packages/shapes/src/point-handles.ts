// The handles on the points of a line or an arrow, and half way between them; the editor hits what the canvas paints.
import { boxContainsPoint, lerpVec, middleOfSmooth, pointAt, pointCount, type Vec } from "@inkroom/geometry";
import { pinsOfSegments } from "./arrow/pins.ts";
import type { ArrowShape } from "./arrow/schema.ts";
import { drawnLine, isClosedLine } from "./drawn-line.ts";
import { lineGap } from "./label/label-block.ts";
import type { LineShape } from "./line/schema.ts";
import { toLocal, toPage } from "./page-space.ts";
import { HANDLE_REACH_PX } from "./selection-frame.ts";
import type { Shape } from "./shape.ts";

/** What has points to be pulled at. */
export type LinearShape = ArrowShape | LineShape;

/**
 * `point`: the vertex of that number. `middle`: half way from it to the next; a pull there makes a new one. `segment`: on that from it to
 * the next, of an elbow, which goes up and down (`axis` x: it is at an x) or across, and may be pinned. `at` on the page.
 */
export type PointHandle = { readonly role: "point" | "middle"; readonly index: number; readonly at: Vec } | SegmentHandle;
export type SegmentHandle = {
  readonly role: "segment";
  readonly index: number;
  readonly at: Vec;
  readonly axis: "x" | "y";
  readonly isPinned: boolean;
};

/** Two points nearer to each other than this on the screen have no handle between them. */
const MIN_WAY_FOR_MIDDLE_PX = 44;

/** Where on a segment its handle may be, the best place first. */
const SHARES_FOR_SEGMENT = [0.5, 0.2, 0.8] as const;

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
  // Where an elbow runs follows from its ends, and from the segments that are pinned.
  if (shape.route === "elbow") return [...all.slice(0, 1), ...all.slice(-1), ...segmentHandles(shape, points, zoom)];
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

/** Half way along each segment; where words stand there, beside them. */
function segmentHandles(shape: LinearShape, points: readonly Vec[], zoom: number): readonly PointHandle[] {
  if (shape.kind !== "arrow") return [];
  const [pinned, words] = [pinsOfSegments(shape), lineGap(shape)];
  return pinned.flatMap((pin, index): readonly PointHandle[] => {
    const [from, to] = [points[index], points[index + 1]];
    if (from === undefined || to === undefined || Math.hypot(to.x - from.x, to.y - from.y) * zoom < MIN_WAY_FOR_MIDDLE_PX) return [];
    const places = SHARES_FOR_SEGMENT.map((share) => lerpVec(from, to, share));
    const at = places.find((place) => words === undefined || !boxContainsPoint(words, toLocal(shape, place)));
    const isPinned = pin !== undefined && shape.pins?.fixed[pin] === true;
    return at === undefined ? [] : [{ role: "segment", index, at, axis: from.x === to.x ? "x" : "y", isPinned }];
  });
}

function curveMiddle(shape: LinearShape, i: number): Vec {
  return middleOfSmooth(drawnLine(shape), pointAt(shape.vertices, i), pointAt(shape.vertices, i + 1));
}

/** The handle nearest to a page point and within reach; a point before a middle. */
export function pointHandleAt(shape: LinearShape, at: Vec, zoom: number, pointer: "fine" | "coarse" = "fine"): PointHandle | undefined {
  const far = (handle: PointHandle): number => Math.hypot(handle.at.x - at.x, handle.at.y - at.y) * zoom;
  const near = pointHandles(shape, zoom).filter((handle) => far(handle) <= HANDLE_REACH_PX[pointer]);
  const rank = (handle: PointHandle): number => far(handle) + (handle.role !== "point" ? HANDLE_REACH_PX[pointer] : 0);
  return near.sort((a, b) => rank(a) - rank(b))[0];
}
