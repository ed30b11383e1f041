import { distanceToPolyline, polylineLength } from "@inkroom/geometry";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { encodePoints } from "../packed-points.ts";
import { toPage } from "../page-space.ts";
import { penSize, strokePoints } from "./geometry.ts";
import { eraseFromRanges, strokesOfRanges, wholeRange } from "./kept-ranges.ts";
import type { DrawShape } from "./schema.ts";

const format = { quantum: 0.125, pressure: true } as const;
const strokeAlong = (points: readonly { x: number; y: number; p?: number }[], changes: Partial<DrawShape> = {}): DrawShape =>
  fixture("draw", { ...format, points: encodePoints(points, format), count: points.length, ...changes });
const straight = strokeAlong([
  { x: 0, y: 0, p: 0 },
  { x: 100, y: 0, p: 200 },
]);

let made = 0;
const newId = (): string => `piece-${++made}`;
/** Flat page positions of a stroke, stride 2. */
function onPage(shape: DrawShape): number[] {
  const points = strokePoints(shape);
  return Array.from({ length: points.length / 3 }, (_, i) => {
    const { x, y } = toPage(shape, { x: points[i * 3] as number, y: points[i * 3 + 1] as number });
    return [x, y];
  }).flat();
}

describe("an eraser across a line", () => {
  const across = { from: { x: 150, y: 20 }, to: { x: 150, y: 80 }, radius: 10 };

  it("leaves a piece on either side, as far as the ink's edge reaches, with its pressure", () => {
    const pieces = strokesOfRanges(straight, eraseFromRanges(straight, wholeRange(straight), across), newId);
    expect(pieces).toHaveLength(2);
    const gap = 10 + penSize(straight) / 2;
    const [left = straight, right = straight] = pieces;
    expect([left.x, left.y, right.y]).toEqual([100, 50, 50]);
    expect(right.x).toBeCloseTo(150 + gap, 1);
    expect(onPage(left).at(-2)).toBeCloseTo(150 - gap, 0);
    expect(strokePoints(right)[2]).toBeCloseTo(((50 + gap) / 100) * (200 / 255), 1);
    expect(pieces.every(({ done, index, nib, color }) => done && index === "a0" && nib === "pen" && color === "ink")).toBe(true);
  });

  it("beside it changes nothing, and gives back the very ranges", () => {
    const ranges = wholeRange(straight);
    expect(eraseFromRanges(straight, ranges, { ...across, from: { x: 150, y: 70 } })).toBe(ranges);
  });

  it("again at the same place changes nothing more", () => {
    const once = eraseFromRanges(straight, wholeRange(straight), across);
    expect(eraseFromRanges(straight, once, across)).toEqual(once);
  });
});

test("a dot goes as a whole, and scraps do not stay", () => {
  const dot = strokeAlong([{ x: 0, y: 0, p: 100 }]);
  const there = { from: { x: 100, y: 50 }, to: { x: 100, y: 50 }, radius: 3 };
  expect(strokesOfRanges(dot, eraseFromRanges(dot, wholeRange(dot), there), newId)).toEqual([]);
  expect(strokesOfRanges(dot, wholeRange(dot), newId)).toHaveLength(1);
  expect(strokesOfRanges(straight, [[0, 0.001]], newId)).toEqual([]);
});

const step = fc.record({ x: fc.integer({ min: -60, max: 60 }), y: fc.integer({ min: -60, max: 60 }) });
const wayArbitrary = fc.record({ from: step, to: step, radius: fc.integer({ min: 2, max: 20 }) });

test("whatever is erased: pieces lie on the old line, out of the eraser's reach, and hold all that is", () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 12 }),
      fc.array(wayArbitrary, { maxLength: 4 }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.constantFrom(-2, 0.5, 1),
      (points, ways, rotation, scaleX) => {
        const stroke = strokeAlong([{ x: 0, y: 0 }, ...points], { rotation, scaleX, x: 0, y: 0 });
        const ranges = ways.reduce((left, way) => eraseFromRanges(stroke, left, way), wholeRange(stroke));
        const pieces = strokesOfRanges(stroke, ranges, newId);
        const old = onPage(stroke);
        let length = 0;
        for (const piece of pieces) {
          const flat = onPage(piece);
          length += polylineLength(flat);
          for (let i = 0; i < flat.length; i += 2) {
            const point = { x: flat[i] as number, y: flat[i + 1] as number };
            expect(distanceToPolyline(point, old)).toBeLessThan(format.quantum * 1.5);
            for (const { from, to, radius } of ways) {
              const reach = radius + penSize(stroke) / 2;
              expect(distanceToPolyline(point, [from.x, from.y, to.x, to.y])).toBeGreaterThan(reach - format.quantum * 1.5);
            }
          }
        }
        if (ways.length === 0) expect(length).toBeCloseTo(polylineLength(old), 0);
      },
    ),
  );
});
