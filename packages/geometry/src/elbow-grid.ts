// The lines that a way along the axes may run on: round the boxes of its ends, and half way between them.
import type { Box } from "./box.ts";
import type { ElbowEnd } from "./elbow-route.ts";
import type { Vec } from "./vec.ts";

/** Clockwise from upwards. */
export const HEADINGS = ["n", "e", "s", "w"] as const;
export type Heading = (typeof HEADINGS)[number];

/** A crossing of the grid and the heading by which a way passes it. */
type Door = { readonly i: number; readonly j: number; readonly heading: Heading };
export type Grid = {
  readonly starts: readonly Door[];
  readonly ends: readonly Door[];
  /** The next crossing, unless a box lies between. */
  next(i: number, j: number, heading: Heading): { readonly i: number; readonly j: number; readonly length: number } | undefined;
  at(i: number, j: number): Vec;
};

/** How far a way keeps from a box where nothing is in the way, page units. */
const CLEARANCE = 24;

type Sides = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export function elbowGrid(start: ElbowEnd, end: ElbowEnd): Grid {
  const [a, b] = [sidesOf(start), sidesOf(end)];
  const [aroundA, aroundB] = [around(a, b), around(b, a)];
  const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  // Boxes that lie on each other leave no way between them: it goes through them.
  const walls = isApart ? [...(start.box === undefined ? [] : [aroundA]), ...(end.box === undefined ? [] : [aroundB])] : [];
  const xs = inOrder([aroundA.left, aroundA.right, aroundB.left, aroundB.right, start.at.x, end.at.x]);
  const ys = inOrder([aroundA.top, aroundA.bottom, aroundB.top, aroundB.bottom, start.at.y, end.at.y]);
  const at = (i: number, j: number): Vec => ({ x: xs[i] as number, y: ys[j] as number });
  const doors = (one: ElbowEnd, sides: Sides, isEnd: boolean): Door[] =>
    (one.sides ?? HEADINGS).map((side) => {
      const { x, y } = one.box === undefined ? one.at : doorOf(one.at, sides, side);
      const heading = isEnd && one.box !== undefined ? (HEADINGS[(HEADINGS.indexOf(side) + 2) % 4] as Heading) : side;
      return { i: xs.indexOf(x), j: ys.indexOf(y), heading };
    });
  return {
    starts: doors(start, aroundA, false),
    ends: doors(end, aroundB, true),
    at,
    next(i, j, heading) {
      const [ni, nj] = [i + (heading === "e" ? 1 : heading === "w" ? -1 : 0), j + (heading === "s" ? 1 : heading === "n" ? -1 : 0)];
      if (xs[ni] === undefined || ys[nj] === undefined) return undefined;
      const [from, to] = [at(i, j), at(ni, nj)];
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const isWalled = walls.some((wall) => middle.x > wall.left && middle.x < wall.right && middle.y > wall.top && middle.y < wall.bottom);
      return isWalled ? undefined : { i: ni, j: nj, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) };
    },
  };
}

function sidesOf({ at, box }: ElbowEnd): Sides {
  const { x, y, w, h }: Box = box ?? { ...at, w: 0, h: 0 };
  return { left: x, top: y, right: x + w, bottom: y + h };
}

/** As far out as a way goes round it: half way to the other one where that lies beyond the side. */
function around(one: Sides, other: Sides): Sides {
  return {
    left: other.right <= one.left ? (other.right + one.left) / 2 : one.left - CLEARANCE,
    right: other.left >= one.right ? (other.left + one.right) / 2 : one.right + CLEARANCE,
    top: other.bottom <= one.top ? (other.bottom + one.top) / 2 : one.top - CLEARANCE,
    bottom: other.top >= one.bottom ? (other.top + one.bottom) / 2 : one.bottom + CLEARANCE,
  };
}

/** Where a way that leaves the box by a side, straight from the point in it, comes to the grid. */
function doorOf({ x, y }: Vec, { left, top, right, bottom }: Sides, side: Heading): Vec {
  if (side === "n" || side === "s") return { x, y: side === "n" ? top : bottom };
  return { x: side === "w" ? left : right, y };
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
