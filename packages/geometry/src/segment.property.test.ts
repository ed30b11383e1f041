import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceToSegment, nearestOnSegment, segmentDistance, segmentsIntersect } from "./segment.ts";
import { distance, lerpVec, rotateVec } from "./vec.ts";

const coordinate = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: coordinate, y: coordinate });

test("no point of a segment is nearer than the nearest one", () => {
  fc.assert(
    fc.property(point, point, point, fc.double({ min: 0, max: 1, noNaN: true }), (p, a, b, t) => {
      expect(distance(p, nearestOnSegment(p, a, b))).toBeLessThanOrEqual(distance(p, lerpVec(a, b, t)) + 1e-9);
    }),
  );
});

test("segments through a common point intersect", () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(segmentsIntersect(a, b, b, c)).toBe(true);
      expect(segmentDistance(a, b, b, c)).toBe(0);
    }),
  );
});

test("distance of segments is symmetric and 0 exactly where they intersect", () => {
  fc.assert(
    fc.property(point, point, point, point, (a, b, c, d) => {
      const there = segmentDistance(a, b, c, d);
      expect(there).toBeCloseTo(segmentDistance(c, d, a, b), 9);
      expect(there === 0).toBe(segmentsIntersect(a, b, c, d));
    }),
  );
});

test("crossing segments intersect, parallel ones do not", () => {
  expect(segmentsIntersect({ x: 0, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }, { x: 10, y: 0 })).toBe(true);
  expect(segmentDistance({ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 0, y: 3 }, { x: 10, y: 3 })).toBe(3);
});

test("a segment of no length is a point", () => {
  expect(distanceToSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5);
});

test("turning keeps distances to the pivot and comes back", () => {
  fc.assert(
    fc.property(point, point, fc.double({ min: -7, max: 7, noNaN: true }), (p, pivot, angle) => {
      const turned = rotateVec(p, angle, pivot);
      expect(distance(turned, pivot)).toBeCloseTo(distance(p, pivot), 6);
      expect(distance(rotateVec(turned, -angle, pivot), p)).toBeCloseTo(0, 6);
    }),
  );
});
