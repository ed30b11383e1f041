// A path as its pieces, all of them cubic curves: what is drawn by hand is drawn piece by piece.
import { lerpVec, type Vec } from "@inkroom/geometry";
import type { PathData } from "../display-list.ts";

export type Segment = {
  readonly from: Vec;
  readonly c1: Vec;
  readonly c2: Vec;
  readonly to: Vec;
  readonly isStraight: boolean;
};
export type Subpath = { readonly segments: readonly Segment[]; readonly isClosed: boolean };

const NUMBERS = { M: 2, L: 2, Q: 4, C: 6, Z: 0 } as const;

export function subpathsOf(path: PathData): readonly Subpath[] {
  const subpaths: { segments: Segment[]; isClosed: boolean }[] = [];
  let start: Vec = { x: 0, y: 0 };
  let at: Vec = start;
  let current: Segment[] = [];
  for (let i = 0; i < path.length;) {
    const command = path[i] as keyof typeof NUMBERS;
    const points = pointsAfter(path, i + 1, NUMBERS[command]);
    i += 1 + NUMBERS[command];
    const to = command === "Z" ? start : (points.at(-1) ?? at);
    if (command === "M") {
      start = to;
      current = [];
      subpaths.push({ segments: current, isClosed: false });
    } else if (command !== "Z" || to.x !== at.x || to.y !== at.y) current.push(segment(at, points, to));
    if (command === "Z") subpaths.splice(-1, 1, { segments: current, isClosed: true });
    at = to;
  }
  return subpaths;
}

/** `controls`: none of a straight line, one of a quadratic curve, two of a cubic one; the end may follow. */
function segment(from: Vec, controls: readonly Vec[], to: Vec): Segment {
  const [first = from, second = to] = controls;
  if (controls.length === 3) return { from, c1: first, c2: second, to, isStraight: false };
  if (controls.length === 2) return { from, c1: lerpVec(from, first, 2 / 3), c2: lerpVec(to, first, 2 / 3), to, isStraight: false };
  return { from, c1: lerpVec(from, to, 1 / 3), c2: lerpVec(from, to, 2 / 3), to, isStraight: true };
}

function pointsAfter(path: PathData, from: number, count: number): readonly Vec[] {
  return Array.from({ length: count / 2 }, (_, i) => ({ x: path[from + 2 * i] as number, y: path[from + 2 * i + 1] as number }));
}

/** A closed path as a chain of straight lines, flat x, y, the first point not repeated. */
export function polygonOf(path: PathData, piecesPerCurve: number): readonly number[] {
  return subpathsOf(path).flatMap(({ segments }) =>
    segments.flatMap((each) => (each.isStraight ? [each.from.x, each.from.y] : pieces(each, piecesPerCurve))),
  );
}

function pieces({ from, c1, c2, to }: Segment, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const t = i / count;
    const u = 1 - t;
    const at = (a: number, b: number, c: number, d: number): number =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    return [at(from.x, c1.x, c2.x, to.x), at(from.y, c1.y, c2.y, to.y)];
  }).flat();
}
