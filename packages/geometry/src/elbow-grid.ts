// The lines that a way along the axes may run on: round the boxes that it keeps out of, through its ends, and those it is given.
import type { Box } from "./box.ts";
import type { ElbowEnd, ElbowLine } from "./elbow-route.ts";
import { type Sides, surroundings } from "./elbow-walls.ts";
import type { Vec } from "./vec.ts";

/** Clockwise from upwards. */
const HEADINGS = ["n", "e", "s", "w"] as const;
export type Heading = (typeof HEADINGS)[number];
const SIDES = { n: "top", e: "right", s: "bottom", w: "left" } as const;

/** A crossing of the grid, the heading, as its place in HEADINGS, by which a way passes it, and how far it is from the box of the end. */
type Door = { readonly i: number; readonly j: number; readonly heading: number; readonly length: number };
export type ElbowGrid = {
  /** Coordinates of the lines that run up and down, and of those that run across, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly starts: readonly Door[];
  readonly ends: readonly Door[];
  /** What a way that is not given keeps out of: the inside of these, page units. */
  readonly walls: readonly Sides[];
  /** Is the piece from a crossing to the next one, rightwards or downwards, inside of a wall? */
  isWalled(i: number, j: number, isRightwards: boolean): boolean;
};

export function elbowGrid(ends: readonly [ElbowEnd, ElbowEnd], obstacles: readonly Box[], lines: readonly ElbowLine[]): ElbowGrid {
  const [start, end] = ends;
  const around = surroundings(ends, obstacles, lines);
  const [a, b] = around as [(typeof around)[number], (typeof around)[number]]; // reason: the two ends come first
  const isApart = a.bare.right <= b.bare.left || b.bare.right <= a.bare.left || a.bare.bottom <= b.bare.top || b.bare.bottom <= a.bare.top;
  // Ends that lie on each other leave no way between them: it goes through them. Bare points are in nobody's way.
  const walls = around.filter((_, i) => i > 1 || (isApart && ends[i]?.box !== undefined)).map((one) => one.around);
  const given = (axis: "x" | "y"): number[] => lines.filter((line) => line.axis === axis).map(({ at }) => at);
  const xs = inOrder([...around.flatMap((one) => [one.around.left, one.around.right]), start.at.x, end.at.x, ...given("x")]);
  const ys = inOrder([...around.flatMap((one) => [one.around.top, one.around.bottom]), start.at.y, end.at.y, ...given("y")]);
  const doors = (one: ElbowEnd, { bare, around: sides }: (typeof around)[number], isEnd: boolean): Door[] =>
    (one.sides ?? HEADINGS).map((side) => {
      const isBare = one.box === undefined;
      const { x, y } = isBare ? one.at : doorOf(one.at, sides, side);
      const [i, j, heading] = [xs.indexOf(x), ys.indexOf(y), HEADINGS.indexOf(side)];
      const out = SIDES[side];
      return { i, j, heading: isEnd && !isBare ? (heading + 2) % 4 : heading, length: isBare ? 0 : Math.abs(sides[out] - bare[out]) };
    });
  const [rightwards, downwards] = [walledPieces(walls, xs, ys, "x"), walledPieces(walls, xs, ys, "y")];
  return {
    xs,
    ys,
    starts: doors(start, a, false),
    ends: doors(end, b, true),
    walls,
    isWalled: (i, j, isRightwards) => (isRightwards ? rightwards : downwards)[j * xs.length + i] === 1,
  };
}

/** By crossing, row by row: is the piece that begins there inside of a wall? All sides of walls are lines of the grid. */
function walledPieces(walls: readonly Sides[], xs: readonly number[], ys: readonly number[], axis: "x" | "y"): Uint8Array {
  const pieces = new Uint8Array(xs.length * ys.length);
  for (const { left, top, right, bottom } of walls) {
    const [fromI, toI, fromJ, toJ] = [xs.indexOf(left), xs.indexOf(right), ys.indexOf(top), ys.indexOf(bottom)];
    // The border is free: only what begins strictly between two sides, and lies between the two others, is inside.
    for (let j = axis === "x" ? fromJ + 1 : fromJ; j < toJ; j += 1)
      for (let i = axis === "x" ? fromI : fromI + 1; i < toI; i += 1) pieces[j * xs.length + i] = 1;
  }
  return pieces;
}

/** Where a way that leaves the box by a side, straight from the point in it, comes to the grid. */
function doorOf({ x, y }: Vec, sides: Sides, side: Heading): Vec {
  return side === "n" || side === "s" ? { x, y: sides[SIDES[side]] } : { x: sides[SIDES[side]], y };
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
