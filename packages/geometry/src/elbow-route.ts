// Ways between two places along the axes: round what the places lie on and what is between them, on lines that are given. Only
// sums, halves and comparisons: the same ends give the same way on every machine.
import type { Box } from "./box.ts";
import { type ElbowGrid, elbowGrid, type Heading } from "./elbow-grid.ts";
import { searchWays } from "./elbow-search.ts";
import { isOnLine, levelled, withoutIdle } from "./elbow-shift.ts";
import { NARROW } from "./elbow-walls.ts";
import type { Vec } from "./vec.ts";

/** An end of a way: a point, and the box around it that the way leaves straight and keeps clear of; absent: a bare point. */
export type ElbowEnd = {
  readonly at: Vec;
  readonly box?: Box | undefined;
  /** The sides of the box that it may be left by; absent: all. */
  readonly sides?: readonly Heading[] | undefined;
};

/** A line that the way has to run on: `axis` x goes up and down at that x, y goes across at that y. */
export type ElbowLine = { readonly axis: "x" | "y"; readonly at: number };

export type ElbowOptions = {
  /** In the order that the way takes them, across and up or down by turns: it turns from each to the next where they meet. */
  readonly lines?: readonly ElbowLine[] | undefined;
  /** Boxes that may be in the way within a part of the page (and others); the same ones whenever they are asked for. */
  readonly obstaclesIn?: ((part: Box) => Iterable<Box>) | undefined;
};

/** A corner is worth this much of the way between the ends, and no less than this many units. */
const BEND_SHARE = 0.5;
const BEND_LEAST = 20;

/** With more obstacles, or after so many new ways that all met another one, the way is the one through all of them. */
export const MAX_OBSTACLES = 24;
const MAX_TRIES = 8;
/** Of ways that cost the same, no more than so many are looked at in each try. */
const MAX_TIES = 64;

/**
 * The corners of the way, both ends included. It goes round obstacles by finding out one after the other which are in the way; where
 * there is no way round, or one that would have to look at too many, it goes through them. On given lines it goes through anything.
 */
export function elbowRoute(start: ElbowEnd, end: ElbowEnd, { lines = [], obstaclesIn }: ElbowOptions = {}): Vec[] {
  let direct: Vec[] | undefined;
  const met = new Map<string, Box>();
  for (let tries = 0; tries < MAX_TRIES && met.size <= MAX_OBSTACLES; tries += 1) {
    let inTheWay: readonly Box[] | undefined;
    let ties = 0;
    // Of ways that cost the same, one may be free where the first is not: round what is in the way of that one only if none is.
    for (const way of waysAround(start, end, [...met.values()], lines)) {
      direct ??= way;
      if (obstaclesIn === undefined) return way;
      const found = [...boxesOn(way, lines, obstaclesIn)].filter((box) => !met.has(keyOf(box)));
      if (found.length === 0) return way;
      inTheWay ??= found;
      ties += 1;
      if (ties === MAX_TIES) break;
    }
    if (inTheWay === undefined) break;
    for (const box of inTheWay) met.set(keyOf(box), box);
  }
  return direct ?? first(waysAround(start, end, [], [])) ?? cornered(start.at, end.at);
}

/** The ways that cost least and as much as each other, each found when it is asked for. */
function* waysAround(start: ElbowEnd, end: ElbowEnd, obstacles: readonly Box[], lines: readonly ElbowLine[]): Iterable<Vec[]> {
  const grid: ElbowGrid = elbowGrid([start, end], obstacles, lines);
  for (const found of searchWays(grid, lines, cornerCost(start.at, end.at)))
    yield levelled(withoutIdle([start.at, ...found, end.at]), grid.walls, lines);
}

/** What a corner of a way between two points is worth, as a length in page units. */
export function cornerCost(from: Vec, to: Vec): number {
  return BEND_LEAST + BEND_SHARE * (Math.abs(from.x - to.x) + Math.abs(from.y - to.y));
}

function first<T>(all: Iterable<T>): T | undefined {
  for (const one of all) return one;
  return undefined;
}

/** Obstacles that a way comes too near to, where it does not run on given lines. */
function* boxesOn(way: readonly Vec[], lines: readonly ElbowLine[], obstaclesIn: (part: Box) => Iterable<Box>): Iterable<Box> {
  const margin = NARROW / 2;
  for (let k = 0; k + 1 < way.length; k += 1) {
    const [from, to] = [way[k] as Vec, way[k + 1] as Vec];
    if (isOnLine(from, to, lines)) continue;
    const [left, right] = [Math.min(from.x, to.x) - margin, Math.max(from.x, to.x) + margin];
    const [top, bottom] = [Math.min(from.y, to.y) - margin, Math.max(from.y, to.y) + margin];
    for (const box of obstaclesIn({ x: left, y: top, w: right - left, h: bottom - top }))
      if (box.x < right && box.x + box.w > left && box.y < bottom && box.y + box.h > top) yield box;
  }
}

function keyOf({ x, y, w, h }: Box): string {
  return `${x} ${y} ${w} ${h}`;
}

/** For ends that no grid joins. */
function cornered(from: Vec, to: Vec): Vec[] {
  return withoutIdle([from, { x: from.x, y: to.y }, to]);
}
