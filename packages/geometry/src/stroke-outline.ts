// Ink: from the points of a pen to the outline of the mark it leaves. The only place that knows perfect-freehand.
import { getStroke, getStrokePoints } from "perfect-freehand";
import { type FlatPoints, pointAt, pointCount } from "./polyline.ts";
import { lerpVec } from "./vec.ts";

export type StrokeOptions = {
  /** Width of the mark at middle pressure, in the unit of the points. */
  readonly size: number;
  /** True: pressure is made up from the speed of the pen and the points' third number is not looked at. */
  readonly simulatePressure: boolean;
};

/** How much the width follows the pressure: 0 not at all, 1 down to nothing. */
const THINNING = 0.5;
const SMOOTHING = 0.5;
const STREAMLINE = 0.42;

/** No part of a mark is farther from its points than this share of its size. */
export const STROKE_REACH = 0.5 + THINNING / 2;

/**
 * The closed outline of a mark, flat x, y. `points` is flat x, y, pressure (0..1), stride 3.
 * Empty for no points; for one point, or points in one place, a circle.
 */
export function strokeOutline(points: FlatPoints, options: StrokeOptions): number[] {
  const input = inputOf(points);
  if (input.length === 0) return [];
  if (isOnePlace(input)) return dotOutline(input, options);
  const outline = getStroke(input, {
    size: options.size,
    thinning: THINNING,
    smoothing: SMOOTHING,
    streamline: STREAMLINE,
    simulatePressure: options.simulatePressure,
    // Always drawn to the last point: the ink is under the pen while it moves, and does not jump when it is lifted.
    last: true,
  });
  const flat: number[] = [];
  for (const [x, y] of outline) flat.push(x as number, y as number);
  return flat;
}

/** Share of the way from a curve's ends to its control point at which its own middle lies. */
const BULGE = 0.5;

/** Along the middle of a mark from end to end, flat x, y: on curves through its points as those of its outline are. `points` as above. */
export function strokeMiddle(points: FlatPoints, size: number): number[] {
  const way = getStrokePoints(inputOf(points), { size, streamline: STREAMLINE, last: true }).map(({ point: [x, y] }) => ({ x, y }));
  const [first, last] = [way[0], way.at(-1)];
  if (first === undefined || last === undefined) return [];
  const middles = way.slice(1).map((to, i) => lerpVec(way[i] ?? to, to, 0.5));
  const along = middles.flatMap((middle, i) => {
    const [corner, next] = [way[i + 1], middles[i + 1]];
    return corner === undefined || next === undefined ? [middle] : [middle, lerpVec(lerpVec(middle, next, 0.5), corner, BULGE)];
  });
  return [first, ...along, last].flatMap(({ x, y }) => [x, y]);
}

function inputOf(points: FlatPoints): [number, number, number][] {
  const count = pointCount(points, 3);
  return Array.from({ length: count }, (_, i) => [points[i * 3] as number, points[i * 3 + 1] as number, points[i * 3 + 2] as number]);
}

/** Where a curve is drawn: a Path2D is one. */
export type CurveSink = {
  moveTo(x: number, y: number): void;
  quadraticCurveTo(cornerX: number, cornerY: number, x: number, y: number): void;
  closePath(): void;
};

/**
 * Draws a smooth closed curve along an outline of three corners at least: each becomes the control point of a curve between the middles
 * of its two edges.
 */
export function drawSmoothClosed(outline: FlatPoints, sink: CurveSink): void {
  const end = outline.length;
  let [x, y] = [outline[end - 2] as number, outline[end - 1] as number];
  let [nextX, nextY] = [outline[0] as number, outline[1] as number];
  sink.moveTo((x + nextX) / 2, (y + nextY) / 2);
  for (let at = 2; at <= end; at += 2) {
    [x, y] = [nextX, nextY];
    [nextX, nextY] = [outline[at % end] as number, outline[(at + 1) % end] as number];
    sink.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  sink.closePath();
}

/**
 * A smooth open path through the middles between points, from the first point to the last; `points` is flat, `stride`
 * numbers per point, x and y first. For a single point a line of no length; empty for none.
 */
export function smoothOpenPath(points: FlatPoints, stride = 2): ("M" | "Q" | "L" | number)[] {
  const count = pointCount(points, stride);
  if (count === 0) return [];
  const first = pointAt(points, 0, stride);
  const path: ("M" | "Q" | "L" | number)[] = ["M", first.x, first.y];
  for (let i = 1; i < count - 1; i += 1) {
    const corner = pointAt(points, i, stride);
    const next = pointAt(points, i + 1, stride);
    path.push("Q", corner.x, corner.y, (corner.x + next.x) / 2, (corner.y + next.y) / 2);
  }
  const last = pointAt(points, count - 1, stride);
  path.push("L", last.x, last.y);
  return path;
}

function isOnePlace(points: readonly (readonly [number, number, number])[]): boolean {
  const first = points[0];
  return first !== undefined && points.every(([x, y]) => x === first[0] && y === first[1]);
}

const DOT_CORNERS = 24;

/** A dot takes the strongest pressure it was made with. */
function dotOutline(points: readonly (readonly [number, number, number])[], options: StrokeOptions): number[] {
  const [x, y] = points[0] ?? [0, 0];
  const pressure = options.simulatePressure ? 0.5 : Math.max(...points.map((point) => point[2]));
  // A little larger than a line of the same pressure, or a dot over an i looks thinner than its stem.
  const radius = options.size * (0.5 - THINNING * (0.5 - pressure)) * 1.15;
  const flat: number[] = [];
  for (let i = 0; i < DOT_CORNERS; i += 1) {
    const angle = (i / DOT_CORNERS) * 2 * Math.PI;
    flat.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return flat;
}
