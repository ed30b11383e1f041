import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceToSegment } from "./segment.ts";
import { segmentInReach } from "./segment-in-reach.ts";
import { lerpVec } from "./vec.ts";

const point = fc.record({ x: fc.integer({ min: -60, max: 60 }), y: fc.integer({ min: -60, max: 60 }) });
/** Nearer to the border than this, a place may count as either. */
const BLUR = 0.01;

test("the stretch has all places within reach, and no others", () => {
  fc.assert(
    fc.property(point, point, point, point, fc.integer({ min: 1, max: 40 }), (a, b, c, d, reach) => {
      const stretch = segmentInReach(a, b, c, d, reach);
      for (let i = 0; i <= 50; i += 1) {
        const share = i / 50;
        const distance = distanceToSegment(lerpVec(a, b, share), c, d);
        if (Math.abs(distance - reach) < BLUR) continue;
        const isIn = stretch !== undefined && share >= stretch[0] && share <= stretch[1];
        expect(isIn).toBe(distance < reach);
      }
    }),
  );
});

test("an eraser that crosses a line takes as much as it is wide", () => {
  const stretch = segmentInReach({ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 50, y: -30 }, { x: 50, y: 30 }, 10);
  expect(stretch?.[0]).toBeCloseTo(0.4, 4);
  expect(stretch?.[1]).toBeCloseTo(0.6, 4);
});
