import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, boxCenter, boxesIntersect, expandBox } from "./box.ts";
import { cornerCost, type ElbowEnd, elbowRoute, MAX_OBSTACLES } from "./elbow-route.ts";
import type { Vec } from "./vec.ts";

/** All corners lie on this lattice: what lies apart has room for a way between, and what does not touches. */
const CELL = 20;
/** The flood runs on a lattice of half of that, so that it has a line in every gap. */
const STEP = CELL / 2;
const FAR = 22 * CELL;

const cells = (min: number, max: number) => fc.integer({ min, max }).map((n) => n * CELL);
const box = fc.record({ x: cells(-14, 12), y: cells(-14, 12), w: cells(1, 7), h: cells(1, 7) });
const end = fc
  .record({ box, isBare: fc.boolean(), side: fc.constantFrom("n", "e", "s", "w" as const), isWhole: fc.boolean() })
  .map(({ isBare, isWhole, side, ...one }): ElbowEnd => {
    const at = boxCenter(one.box);
    return isBare ? { at } : { at, box: one.box, ...(isWhole ? {} : { sides: [side] }) };
  });
const boxOf = ({ at, box: own }: ElbowEnd): Box => own ?? { ...at, w: 0, h: 0 };

/** Two ends that lie apart, and obstacles that lie apart from both. */
const world = fc
  .record({ start: end, stop: end, obstacles: fc.array(box, { maxLength: 7 }) })
  .filter(({ start, stop }) => !boxesIntersect(boxOf(start), boxOf(stop)))
  .map(({ start, stop, obstacles }) => ({
    start,
    stop,
    obstacles: obstacles.filter((one) => !boxesIntersect(one, boxOf(start)) && !boxesIntersect(one, boxOf(stop))),
  }));
type World = { readonly start: ElbowEnd; readonly stop: ElbowEnd; readonly obstacles: readonly Box[] };

function routed({ start, stop, obstacles }: World): Vec[] {
  return elbowRoute(start, stop, { obstaclesIn: (part) => obstacles.filter((one) => boxesIntersect(one, part)) });
}

describe("a way among obstacles", () => {
  test("runs along the axes from end to end, crosses none where any way is free, and else is the one without obstacles", () => {
    let free = 0;
    let round = 0;
    fc.assert(
      fc.property(world, (one) => {
        const way = routed(one);
        const direct = elbowRoute(one.start, one.stop);
        expect([way[0], way.at(-1)]).toEqual([one.start.at, one.stop.at]);
        for (const [from, to] of piecesOf(way)) expect(from.x === to.x || from.y === to.y).toBe(true);
        if (!isFree(one)) return expect(way).toEqual(direct);
        free += 1;
        if (JSON.stringify(way) !== JSON.stringify(direct)) round += 1;
        const pieces = piecesOf(way);
        for (const [k, [from, to]] of pieces.entries()) {
          for (const obstacle of one.obstacles) expect(meets(obstacle, from, to)).toBe(false);
          if (one.start.box !== undefined && k > 0) expect(meets(one.start.box, from, to)).toBe(false);
          if (one.stop.box !== undefined && k < pieces.length - 1) expect(meets(one.stop.box, from, to)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
    // Else nothing was tried: many worlds have a way, and in many of those it is another one than without obstacles.
    expect(free).toBeGreaterThan(100);
    expect(round).toBeGreaterThan(40);
  });

  test("is the same whatever the order of the obstacles, and each time", () => {
    fc.assert(
      fc.property(world, (one) => {
        const way = routed(one);
        expect(routed(one)).toEqual(way);
        expect(routed({ ...one, obstacles: one.obstacles.toReversed() })).toEqual(way);
      }),
    );
  });

  test("round one obstacle costs as much in a world that is mirrored, turned or walked the other way", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...WORLDS), (one, [, seen]) => {
        const single = { ...one, obstacles: one.obstacles.slice(0, 1) };
        expect(costOf(routed(seen(single)), seen(single))).toBeCloseTo(costOf(routed(single), single), 6);
      }),
    );
  });

  test("between two points turns at the corner that is free, from either end", () => {
    // Tenths: sums of them differ in their last bit by their order.
    const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
    const point = fc.record({ x: tenths(-50, 50), y: tenths(-50, 50) });
    const obstacle = fc.record({ x: tenths(-50, 50), y: tenths(-50, 50), w: tenths(5, 35), h: tenths(5, 35) });
    let turned = 0;
    const check = (from: Vec, to: Vec, one: Box): void => {
      const corners: readonly Vec[] = [
        { x: from.x, y: to.y },
        { x: to.x, y: from.y },
      ];
      // Ways keep 4 units from it; what lies at just that is left to how numbers are rounded.
      const [near, far] = [expandBox(one, 3.99), expandBox(one, 4.01)];
      const free = corners.filter((corner) => !meets(far, from, corner) && !meets(far, corner, to));
      const blocked = corners.filter((corner) => meets(near, from, corner) || meets(near, corner, to));
      if (free.length !== 1 || blocked.length !== 1 || from.x === to.x || from.y === to.y) return;
      turned += 1;
      for (const [start, stop] of [
        [from, to],
        [to, from],
      ] as const)
        expect(routed({ start: { at: start }, stop: { at: stop }, obstacles: [one] })).toEqual([start, free[0], stop]);
    };
    // Both once failed: the first with seed 1788032467, of another property.
    check({ x: 50, y: 10 }, { x: 10, y: -10 }, { x: 20, y: 0, w: 20, h: 20 });
    check({ x: 7.8, y: -7.1 }, { x: 42.8, y: 7.3 }, { x: 20, y: 3.3, w: 15, h: 8 });
    expect(turned).toBe(2);
    fc.assert(fc.property(point, point, obstacle, check));
    expect(turned).toBeGreaterThan(10);
  });

  test("keeps its distance where there is room, and takes the middle of a gap where there is little", () => {
    const [start, stop] = [0, 400].map((x): ElbowEnd => ({ at: { x: x + 50, y: 50 }, box: { x, y: 0, w: 100, h: 100 } })) as [
      ElbowEnd,
      ElbowEnd,
    ];
    const east = { ...start, sides: ["e" as const] };
    const west = { ...stop, sides: ["w" as const] };
    const between = { x: 230, y: -100, w: 40, h: 260 };
    // Half way to the obstacle, below it with the usual distance, half way to the end.
    expect(routed({ start: east, stop: west, obstacles: [between] })).toEqual([
      { x: 50, y: 50 },
      { x: 165, y: 50 },
      { x: 165, y: 192 },
      { x: 335, y: 192 },
      { x: 335, y: 50 },
      { x: 450, y: 50 },
    ]);
    const below = { x: 150, y: 180, w: 200, h: 500 };
    expect(routed({ start: east, stop: west, obstacles: [between, below] })[2]?.y).toBe(170);
    const closed = { x: 150, y: 166, w: 200, h: 500 };
    // A gap of less than eight units is none: the way goes round the other end of the obstacle.
    expect(routed({ start: east, stop: west, obstacles: [between, closed] })[2]?.y).toBe(-132);
  });

  test("goes through them where they are too many", () => {
    const [start, stop]: [ElbowEnd, ElbowEnd] = [{ at: { x: 0, y: 0 } }, { at: { x: 2000, y: 0 } }];
    const row = (count: number): Box[] => Array.from({ length: count }, (_, i) => ({ x: 50 + i * 40, y: -20, w: 20, h: 40 }));
    expect(routed({ start, stop, obstacles: row(MAX_OBSTACLES) }).length).toBeGreaterThan(2);
    expect(routed({ start, stop, obstacles: row(MAX_OBSTACLES + 1) })).toHaveLength(2);
  });
});

type Seen = (one: World) => World;
const mapped = (move: (box: Box) => Box, side: (name: "n" | "e" | "s" | "w") => "n" | "e" | "s" | "w"): Seen => {
  const one = ({ at, box: own, sides }: ElbowEnd): ElbowEnd => {
    const { x, y } = move({ ...at, w: 0, h: 0 });
    return { at: { x, y }, ...(own && { box: move(own) }), ...(sides && { sides: sides.map(side) }) };
  };
  return ({ start, stop, obstacles }) => ({ start: one(start), stop: one(stop), obstacles: obstacles.map(move) });
};
const WORLDS: readonly (readonly [name: string, seen: Seen])[] = [
  [
    "mirrored",
    mapped(
      ({ x, y, w, h }) => ({ x: -x - w, y, w, h }),
      (name) => ({ n: "n", e: "w", s: "s", w: "e" })[name] as "n",
    ),
  ],
  [
    "turned",
    mapped(
      ({ x, y, w, h }) => ({ x: -y - h, y: x, w: h, h: w }),
      (name) => ({ n: "e", e: "s", s: "w", w: "n" })[name] as "n",
    ),
  ],
  ["backwards", ({ start, stop, obstacles }) => ({ start: stop, stop: start, obstacles })],
];

/** Its length outside of the boxes it leaves and comes to, and what its corners are worth. */
function costOf(way: readonly Vec[], { start, stop }: World): number {
  const length = piecesOf(way).reduce((sum, [from, to]) => sum + Math.abs(from.x - to.x) + Math.abs(from.y - to.y), 0);
  const inside = insideOf(start, way[1] as Vec) + insideOf(stop, way.at(-2) as Vec);
  return length - inside + (way.length - 2) * cornerCost(start.at, stop.at);
}

function insideOf({ at, box: own }: ElbowEnd, next: Vec): number {
  if (own === undefined) return 0;
  if (next.x === at.x) return next.y < at.y ? at.y - own.y : own.y + own.h - at.y;
  return next.x < at.x ? at.x - own.x : own.x + own.w - at.x;
}

function piecesOf(way: readonly Vec[]): readonly (readonly [Vec, Vec])[] {
  return way.slice(1).map((to, i) => [way[i] as Vec, to] as const);
}

/** Does the piece, along an axis, come into the inside of the box? */
function meets({ x, y, w, h }: Box, from: Vec, to: Vec): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return left < x + w && right > x && top < y + h && bottom > y;
}

/** By flooding the page from the sides of the start: does that reach a side of the end? */
function isFree({ start, stop, obstacles }: World): boolean {
  const walls = [...obstacles, ...[start, stop].flatMap((one) => one.box ?? [])];
  const isWalled = (x: number, y: number): boolean =>
    Math.max(Math.abs(x), Math.abs(y)) > FAR ||
    walls.some((wall) => x >= wall.x && x <= wall.x + wall.w && y >= wall.y && y <= wall.y + wall.h);
  const goals = new Set(doorsOf(stop).map(([x, y]) => `${x} ${y}`));
  const open = doorsOf(start).filter(([x, y]) => !isWalled(x, y));
  const seen = new Set(open.map(([x, y]) => `${x} ${y}`));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = at;
    if (goals.has(`${x} ${y}`)) return true;
    for (const [nx, ny] of [
      [x + STEP, y],
      [x - STEP, y],
      [x, y + STEP],
      [x, y - STEP],
    ] as const) {
      if (isWalled(nx, ny) || seen.has(`${nx} ${ny}`)) continue;
      seen.add(`${nx} ${ny}`);
      open.push([nx, ny]);
    }
  }
  return false;
}

function doorsOf({ at, box: own, sides }: ElbowEnd): (readonly [number, number])[] {
  if (own === undefined) return [[at.x, at.y]];
  const all = {
    n: [at.x, own.y - STEP],
    e: [own.x + own.w + STEP, at.y],
    s: [at.x, own.y + own.h + STEP],
    w: [own.x - STEP, at.y],
  } as const;
  return (sides ?? (["n", "e", "s", "w"] as const)).map((side) => all[side]);
}
