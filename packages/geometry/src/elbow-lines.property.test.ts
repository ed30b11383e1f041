import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, boxCenter, boxesIntersect } from "./box.ts";
import { type ElbowEnd, type ElbowLine, elbowRoute } from "./elbow-route.ts";
import type { Vec } from "./vec.ts";

const whole = (x: number, y: number, w = 100, h = 100): ElbowEnd => {
  const box = { x, y, w, h };
  return { at: boxCenter(box), box };
};
const byRight = (x: number, y: number): ElbowEnd => ({ ...whole(x, y), sides: ["e"] });
const byLeft = (x: number, y: number): ElbowEnd => ({ ...whole(x, y), sides: ["w"] });
const flat = (way: readonly Vec[]): number[] => way.flatMap(({ x, y }) => [x, y]);
const x = (at: number): ElbowLine => ({ axis: "x", at });
const y = (at: number): ElbowLine => ({ axis: "y", at });

describe("a way on lines that are given", () => {
  test("turns there instead of half way, and goes on doing so when its ends move", () => {
    const lines = [x(180)];
    expect(flat(elbowRoute(byRight(0, 0), byLeft(400, 200), { lines }))).toEqual([50, 50, 180, 50, 180, 250, 450, 250]);
    expect(flat(elbowRoute(byRight(0, -70), byLeft(500, 300), { lines }))).toEqual([50, -20, 180, -20, 180, 350, 550, 350]);
  });

  test("is straight over a line while its ends are level, and comes back to one that lies behind", () => {
    expect(flat(elbowRoute(byRight(0, 0), byLeft(400, 0), { lines: [x(180)] }))).toEqual([50, 50, 450, 50]);
    const back = flat(elbowRoute(byRight(300, 0), byLeft(700, 200), { lines: [x(180)] }));
    expect(back.slice(0, 2)).toEqual([350, 50]);
    expect(back.filter((at, i) => i % 2 === 0 && at === 180)).toHaveLength(2);
  });

  test("runs beside its ends on a line that lies beyond them, however near", () => {
    expect(flat(elbowRoute(whole(0, 0), whole(400, 0), { lines: [y(-80)] }))).toEqual([50, 50, 50, -80, 450, -80, 450, 50]);
    expect(flat(elbowRoute(whole(0, 0), whole(400, 0), { lines: [y(-5)] }))).toEqual([50, 50, 50, -5, 450, -5, 450, 50]);
  });

  test("leaves out lines that turn back on themselves", () => {
    const lines = [x(0), y(-73), x(-1), y(-73), x(0)];
    const way = elbowRoute(byRight(0, 0), byLeft(400, 200), { lines });
    expect(way).toEqual(elbowRoute(byRight(0, 0), byLeft(400, 200)));
  });

  test("keeps every turn of a stair", () => {
    const lines = [x(150), y(120), x(250)];
    expect(flat(elbowRoute(byRight(0, 0), byLeft(400, 200), { lines }))).toEqual([50, 50, 150, 50, 150, 120, 250, 120, 250, 250, 450, 250]);
  });

  test("goes through what lies on the lines, and round what lies beside them", () => {
    const on: Box = { x: 150, y: 120, w: 60, h: 60 };
    const beside: Box = { x: 250, y: 220, w: 40, h: 60 };
    const routed = (...obstacles: readonly Box[]): readonly Vec[] =>
      elbowRoute(byRight(0, 0), byLeft(400, 200), { lines: [x(180)], obstaclesIn: () => obstacles });
    expect(flat(routed(on))).toEqual([50, 50, 180, 50, 180, 250, 450, 250]);
    const pieces = piecesOf(routed(on, beside));
    expect(pieces.some(([from, to]) => from.x === 180 && to.x === 180)).toBe(true);
    expect(pieces.some(([from, to]) => meets(beside, from, to))).toBe(false);
  });

  const number = fc.integer({ min: -300, max: 300 });
  const box = fc.record({ x: number, y: number, w: fc.integer({ min: 1, max: 200 }), h: fc.integer({ min: 1, max: 200 }) });
  const end = fc
    .record({ box, isBare: fc.boolean(), isWhole: fc.boolean(), side: fc.constantFrom("n", "e", "s", "w" as const) })
    .map(({ box: own, isBare, isWhole, side }): ElbowEnd => {
      const at = boxCenter(own);
      return isBare ? { at } : { at, box: own, ...(isWhole ? {} : { sides: [side] }) };
    });
  // A line that is come back to at once leaves nothing of the one between.
  const chain = fc
    .record({ isAcross: fc.boolean(), at: fc.array(number, { minLength: 1, maxLength: 6 }) })
    .filter(({ at }) => at.every((one, i) => one !== at[i + 2]))
    .map(({ isAcross, at }): ElbowLine[] => at.map((one, i) => ({ axis: (i % 2 === 0) === isAcross ? "y" : "x", at: one })));

  test("runs along the axes from end to end, whatever the ends, the lines and the obstacles, through all places where lines meet", () => {
    fc.assert(
      fc.property(end, end, chain, fc.array(box, { maxLength: 4 }), (start, stop, lines, boxes) => {
        const ends = [start, stop].map(({ at, box: own }) => own ?? { ...at, w: 0, h: 0 });
        const obstacles = boxes.filter((one) => !ends.some((other) => boxesIntersect(one, other)));
        const way = elbowRoute(start, stop, { lines, obstaclesIn: () => obstacles });
        expect([way[0], way.at(-1)]).toEqual([start.at, stop.at]);
        for (let i = 1; i < way.length; i += 1) expect(way[i]?.x === way[i - 1]?.x || way[i]?.y === way[i - 1]?.y).toBe(true);
        for (const [k, line] of lines.entries()) {
          const next = lines[k + 1];
          const meeting = next === undefined ? line : { axis: line.axis, at: line.at, other: next.at };
          expect(passes(way, meeting)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Does the way come to the line; with `other`, to the place on it where the next one crosses it? */
function passes(way: readonly Vec[], { axis, at, other }: ElbowLine & { readonly other?: number }): boolean {
  const along = axis === "x" ? "y" : "x";
  const between = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b);
  return piecesOf(way).some(
    ([from, to]) => between(at, from[axis], to[axis]) && (other === undefined || between(other, from[along], to[along])),
  );
}

function piecesOf(way: readonly Vec[]): readonly (readonly [Vec, Vec])[] {
  return way.slice(1).map((to, i) => [way[i] as Vec, to] as const);
}

function meets(one: Box, from: Vec, to: Vec): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return left < one.x + one.w && right > one.x && top < one.y + one.h && bottom > one.y;
}
