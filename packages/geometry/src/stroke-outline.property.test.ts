import fc from "fast-check";
import { expect, test } from "vitest";
import { boxContainsBox, expandBox } from "./box.ts";
import { polylineBounds } from "./polyline.ts";
import { smoothClosedPath } from "./smooth-closed-path.ts";
import { STROKE_REACH, strokeOutline } from "./stroke-outline.ts";

const points = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => list.flat());

test("ink stays within the bounds of its points and the reach of the pen", () => {
  fc.assert(
    fc.property(points, fc.boolean(), fc.constantFrom(2, 4, 12), (flat, simulatePressure, size) => {
      const outline = strokeOutline(flat, { size, simulatePressure });
      const room = expandBox(polylineBounds(flat, 3), size * STROKE_REACH * 1.2);
      expect(outline.length).toBeGreaterThanOrEqual(6);
      expect(boxContainsBox(room, polylineBounds(outline))).toBe(true);
    }),
  );
});

test("one point, or many in one place, leave a round dot", () => {
  for (const flat of [
    [5, 5, 0.5],
    [5, 5, 0.5, 5, 5, 0.5],
  ]) {
    const outline = strokeOutline(flat, { size: 10, simulatePressure: true });
    for (let i = 0; i < outline.length; i += 2) expect(Math.hypot((outline[i] ?? 0) - 5, (outline[i + 1] ?? 0) - 5)).toBeCloseTo(5.75);
  }
});

test("more pressure makes a larger mark, unless pressure is simulated", () => {
  const dot = (pressure: number, simulatePressure: boolean): number =>
    strokeOutline([0, 0, pressure], { size: 10, simulatePressure })[0] ?? 0;
  expect(dot(1, false)).toBeGreaterThan(dot(0.2, false));
  expect(dot(1, true)).toBe(dot(0.2, true));
});

test("no points leave no mark, and too few corners make no path", () => {
  expect(strokeOutline([], { size: 4, simulatePressure: true })).toEqual([]);
  expect(smoothClosedPath([0, 0, 1, 1])).toEqual([]);
});

test("the smooth path has one curve per corner and is closed", () => {
  const path = smoothClosedPath([0, 0, 10, 0, 10, 10, 0, 10]);
  expect(path.filter((part) => part === "Q")).toHaveLength(4);
  expect(path[0]).toBe("M");
  expect(path.at(-1)).toBe("Z");
  expect(path.slice(1, 3)).toEqual(path.slice(-3, -1));
});
