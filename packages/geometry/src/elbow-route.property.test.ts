import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "./box.ts";
import { type ElbowEnd, elbowRoute } from "./elbow-route.ts";
import { boxCenter } from "./box.ts";
import type { Vec } from "./vec.ts";

const whole = (x: number, y: number, w = 100, h = 100): ElbowEnd => {
  const box = { x, y, w, h };
  return { at: boxCenter(box), box };
};
const flat = (way: readonly Vec[]): number[] => way.flatMap(({ x, y }) => [x, y]);

describe("a way along the axes", () => {
  test("is straight between boxes that lie side by side", () => {
    expect(flat(elbowRoute(whole(0, 0), whole(400, 0)))).toEqual([50, 50, 450, 50]);
    expect(flat(elbowRoute(whole(0, 400), whole(0, 0)))).toEqual([50, 450, 50, 50]);
  });

  test("turns half way between boxes that are not level, or leaves by one side and comes in by another", () => {
    const byRight: ElbowEnd = { ...whole(0, 0), sides: ["e"] };
    const byLeft: ElbowEnd = { ...whole(400, 200), sides: ["w"] };
    expect(flat(elbowRoute(byRight, byLeft))).toEqual([50, 50, 250, 50, 250, 250, 450, 250]);
    expect(elbowRoute(whole(0, 0), whole(400, 200))).toHaveLength(3);
  });

  test("goes round the boxes where it leaves by a side that looks away", () => {
    const away: ElbowEnd = { ...whole(0, 0), sides: ["w"] };
    const way = elbowRoute(away, { ...whole(400, 0), sides: ["e"] });
    expect(way).toHaveLength(6);
    expect(way[1]?.x).toBe(-32);
    expect(way.at(-2)?.x).toBe(532);
    expect(Math.abs((way[2]?.y ?? 50) - 50)).toBe(82);
  });

  test("between bare points has one corner, and none where they are level", () => {
    expect(elbowRoute({ at: { x: 0, y: 0 } }, { at: { x: 100, y: 50 } })).toHaveLength(3);
    expect(flat(elbowRoute({ at: { x: 0, y: 0 } }, { at: { x: 100, y: 0 } }))).toEqual([0, 0, 100, 0]);
    expect(flat(elbowRoute({ at: { x: 7, y: 7 } }, { at: { x: 7, y: 7 } }))).toEqual([7, 7, 7, 7]);
  });

  const number = fc.integer({ min: -500, max: 500 });
  const side = fc.integer({ min: 1, max: 300 });
  const end = fc
    .record({
      x: number,
      y: number,
      w: side,
      h: side,
      isBare: fc.boolean(),
      side: fc.constantFrom("n", "e", "s", "w" as const),
      isWhole: fc.boolean(),
    })
    .map(({ isBare, isWhole, side: by, ...box }): ElbowEnd => {
      const at = boxCenter(box);
      return isBare ? { at } : { at, box, ...(isWhole ? {} : { sides: [by as "n"] }) };
    });

  test("runs along the axes from end to end, whatever the ends, and the same each time", () => {
    fc.assert(
      fc.property(end, end, (start, stop) => {
        const way = elbowRoute(start, stop);
        expect(way[0]).toEqual(start.at);
        expect(way.at(-1)).toEqual(stop.at);
        expect(way.length).toBeLessThan(12);
        for (let i = 1; i < way.length; i += 1) expect(way[i]?.x === way[i - 1]?.x || way[i]?.y === way[i - 1]?.y).toBe(true);
        expect(elbowRoute(start, stop)).toEqual(way);
      }),
    );
  });

  test("leaves boxes that lie apart by an allowed side, once, and never comes back into them", () => {
    fc.assert(
      fc.property(end, end, (start, stop) => {
        const [a, b] = [start.box ?? { ...start.at, w: 0, h: 0 }, stop.box ?? { ...stop.at, w: 0, h: 0 }];
        fc.pre(isApart(a, b));
        const way = elbowRoute(start, stop);
        const pieces = way.slice(1).map((to, i) => [way[i] as Vec, to] as const);
        for (const [k, [from, to]] of pieces.entries()) {
          if (start.box !== undefined && k > 0) expect(meets(start.box, from, to)).toBe(false);
          if (stop.box !== undefined && k < pieces.length - 1) expect(meets(stop.box, from, to)).toBe(false);
        }
      }),
    );
  });
});

function isApart(a: Box, b: Box): boolean {
  return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
}

/** Does the piece, along an axis, come into the inside of the box? */
function meets(box: Box, from: Vec, to: Vec): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return left < box.x + box.w && right > box.x && top < box.y + box.h && bottom > box.y;
}
