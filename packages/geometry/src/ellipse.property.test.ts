import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceToEllipse, ellipsePolygon, isInEllipse, nearestOnEllipse } from "./ellipse.ts";
import { distanceToPolyline } from "./polyline.ts";

const box = fc.record({
  x: fc.integer({ min: -50, max: 50 }),
  y: fc.integer({ min: -50, max: 50 }),
  w: fc.integer({ min: 4, max: 300 }),
  h: fc.integer({ min: 4, max: 300 }),
});
const point = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) });

test("distance to the outline agrees with a fine polygon of it", () => {
  fc.assert(
    fc.property(box, point, (ellipse, p) => {
      const polygon = distanceToPolyline(p, ellipsePolygon(ellipse, 1440));
      expect(Math.abs(distanceToEllipse(p, ellipse) - polygon)).toBeLessThan(Math.max(ellipse.w, ellipse.h) * 0.002);
    }),
  );
});

test("the nearest point lies on the outline", () => {
  fc.assert(
    fc.property(box, point, (ellipse, p) => {
      const at = nearestOnEllipse(p, ellipse);
      const x = (at.x - ellipse.x - ellipse.w / 2) / (ellipse.w / 2);
      const y = (at.y - ellipse.y - ellipse.h / 2) / (ellipse.h / 2);
      expect(Math.hypot(x, y)).toBeCloseTo(1, 6);
    }),
  );
});

test("the centre is inside and the box's corner is not", () => {
  const ellipse = { x: 0, y: 0, w: 100, h: 40 };
  expect(isInEllipse({ x: 50, y: 20 }, ellipse)).toBe(true);
  expect(isInEllipse({ x: 1, y: 1 }, ellipse)).toBe(false);
});

test("an ellipse of no height is its line", () => {
  expect(distanceToEllipse({ x: 5, y: 3 }, { x: 0, y: 0, w: 10, h: 0 })).toBe(3);
  expect(isInEllipse({ x: 5, y: 0 }, { x: 0, y: 0, w: 10, h: 0 })).toBe(false);
});
