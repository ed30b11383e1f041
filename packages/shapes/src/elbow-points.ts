// Where an elbow runs on the page: along the axes, round the shapes that its ends hang on and those that are in its way.
import { type Box, boxCenter, boxesIntersect, type ElbowEnd, type ElbowLine, elbowRoute, type Heading, type Vec } from "@inkroom/geometry";
import type { Binding } from "./binding.ts";
import { type ObstacleSource, obstacleBox } from "./obstacle.ts";
import { pageFrameBounds } from "./page-space.ts";
import type { Shape } from "./shape.ts";

/** What an end hangs on, and where. */
type Hold = readonly [target: Shape | undefined, binding: Binding | null];

/** An end that means its shape as a whole gives way to the other one by so much of the shape's sides, so that the way is straight. */
const YIELD_SHARE = 0.25;

type ElbowHolds = {
  readonly start: Hold;
  readonly end: Hold;
  /** Where pinned segments lie, page space. */
  readonly lines: readonly ElbowLine[];
  readonly nearby: ObstacleSource | undefined;
};

/** The corners of the way from the first to the last of the points, page space; both are where the bindings have them. */
export function elbowPoints(points: readonly Vec[], { start, end, lines, nearby }: ElbowHolds): Vec[] {
  const [from, to] = [points[0], points.at(-1)];
  if (from === undefined || to === undefined) return [...points];
  const [a, b] = [endOf(from, start), endOf(to, end)];
  const obstaclesIn = nearby && ((part: Box) => obstacles(nearby(part), [a, b]));
  const [first, last] = [lines[0], lines.at(-1)];
  const ends = first && last ? ([slid(a, first), slid(b, last)] as const) : ([yielded(a, b), yielded(b, a)] as const);
  return elbowRoute(...ends, { lines, obstaclesIn });
}

/** What an end lies in, on or at, such as what holds its shape or is written over it, is not in the way. */
function* obstacles(shapes: Iterable<Shape>, ends: readonly ElbowEnd[]): Iterable<Box> {
  const places = ends.map(({ at, box }) => box ?? { ...at, w: 0, h: 0 });
  for (const shape of shapes) {
    const box = obstacleBox(shape);
    if (box !== undefined && !places.some((place) => boxesIntersect(place, box))) yield box;
  }
}

type End = ElbowEnd & { /** It may be moved about in its box. */ readonly isWhole: boolean };

function endOf(at: Vec, [target, binding]: Hold): End {
  if (target === undefined || binding === null) return { at, isWhole: false };
  const box = pageFrameBounds(target);
  const isWhole = binding.x === 0.5 && binding.y === 0.5;
  return isWhole ? { at: boxCenter(box), box, isWhole } : { at, box, sides: [nearestSide(at, box)], isWhole };
}

function nearestSide({ x, y }: Vec, box: Box): Heading {
  const distances: readonly (readonly [Heading, number])[] = [
    ["n", y - box.y],
    ["e", box.x + box.w - x],
    ["s", box.y + box.h - y],
    ["w", x - box.x],
  ];
  return distances.reduce((best, side) => (side[1] < best[1] ? side : best))[0];
}

/** An end that means its shape as a whole lies on a line that crosses the shape. */
function slid(one: End, { axis, at }: ElbowLine): End {
  const { box } = one;
  if (!one.isWhole || box === undefined) return one;
  const [low, size] = axis === "x" ? [box.x, box.w] : [box.y, box.h];
  return at < low || at > low + size ? one : { ...one, at: { ...one.at, [axis]: at } };
}

/** Ends that are almost level are brought level; two that both may be moved meet half way. */
function yielded(one: End, other: End): End {
  const { box } = one;
  if (!one.isWhole || box === undefined) return one;
  const along = (axis: "x" | "y", side: "w" | "h"): number => {
    const off = other.at[axis] - one.at[axis];
    const room = Math.min(box[side], other.isWhole && other.box !== undefined ? other.box[side] : Infinity);
    if (Math.abs(off) > room * YIELD_SHARE) return one.at[axis];
    return other.isWhole ? (other.at[axis] + one.at[axis]) / 2 : other.at[axis];
  };
  return { ...one, at: { x: along("x", "w"), y: along("y", "h") } };
}
