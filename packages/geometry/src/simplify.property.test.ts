import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceToPolyline } from "./polyline.ts";
import { simplifyPolyline } from "./simplify.ts";

const flat = fc
  .array(fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 })), { maxLength: 60 })
  .map((points) => points.flat());

test("no dropped point is farther from the result than the tolerance", () => {
  fc.assert(
    fc.property(flat, fc.integer({ min: 0, max: 30 }), (points, tolerance) => {
      const simple = simplifyPolyline(points, tolerance);
      for (let i = 0; i < points.length; i += 2) {
        expect(distanceToPolyline({ x: points[i] ?? 0, y: points[i + 1] ?? 0 }, simple)).toBeLessThanOrEqual(tolerance + 1e-9);
      }
    }),
  );
});

test("both ends are kept and nothing is added", () => {
  fc.assert(
    fc.property(flat, (points) => {
      const simple = simplifyPolyline(points, 5);
      expect(simple.slice(0, 2)).toEqual(points.slice(0, 2));
      expect(simple.slice(-2)).toEqual(points.slice(-2));
      expect(simple.length).toBeLessThanOrEqual(points.length);
    }),
  );
});

test("a straight line becomes its two ends, with all their numbers", () => {
  expect(simplifyPolyline([0, 0, 0.1, 5, 0, 0.2, 10, 0, 0.3], 0.01, 3)).toEqual([0, 0, 0.1, 10, 0, 0.3]);
});
