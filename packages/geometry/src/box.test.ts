import { expect, test } from "vitest";
import { boxBetween, boxContainsBox, boxesIntersect, boxOfPoints, expandBox, normalizeBox, rotatedBoxBounds, unionBoxes } from "./box.ts";

test("a box between two corners does not depend on their order", () => {
  const a = { x: 5, y: -2 };
  const b = { x: 1, y: 8 };
  expect(boxBetween(a, b)).toEqual({ x: 1, y: -2, w: 4, h: 10 });
  expect(boxBetween(b, a)).toEqual(boxBetween(a, b));
});

test("nothing has no bounds", () => {
  expect(boxOfPoints([])).toBeUndefined();
  expect(unionBoxes([])).toBeUndefined();
});

test("shrinking a box by more than it has leaves its centre", () => {
  expect(expandBox({ x: 0, y: 0, w: 10, h: 4 }, -3)).toEqual({ x: 3, y: 2, w: 4, h: 0 });
});

test("normalizing turns negative sides around", () => {
  expect(normalizeBox({ x: 10, y: 10, w: -4, h: 3 })).toEqual({ x: 6, y: 10, w: 4, h: 3 });
});

test("boxes that only touch intersect, and boxes apart do not", () => {
  const box = { x: 0, y: 0, w: 10, h: 10 };
  expect(boxesIntersect(box, { x: 10, y: 10, w: 1, h: 1 })).toBe(true);
  expect(boxesIntersect(box, { x: 10.01, y: 0, w: 1, h: 1 })).toBe(false);
  expect(boxContainsBox(box, box)).toBe(true);
});

test("a quarter turn swaps the sides about the centre", () => {
  const turned = rotatedBoxBounds({ x: 0, y: 0, w: 20, h: 10 }, Math.PI / 2, { x: 10, y: 5 });
  expect(turned.x).toBeCloseTo(5);
  expect(turned.y).toBeCloseTo(-5);
  expect(turned.w).toBeCloseTo(10);
  expect(turned.h).toBeCloseTo(20);
});
