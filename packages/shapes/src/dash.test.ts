import { expect, test } from "vitest";
import { dashPattern } from "./dash.ts";

test("a solid line has no pattern", () => {
  expect(dashPattern("solid", 4, { length: 100, closed: false })).toBeUndefined();
});

test.each([
  ["dashed", 4, 333],
  ["dotted", 2, 57],
  ["dashed", 12, 900],
] as const)("an open %s line of width %d ends with a whole dash", (dash, width, length) => {
  const [on = 0, gap = 0] = dashPattern(dash, width, { length, closed: false }) ?? [];
  const repeats = (length - on) / (on + gap);
  expect(repeats).toBeCloseTo(Math.round(repeats), 6);
});

test("a closed line has no seam", () => {
  const [on = 0, gap = 0] = dashPattern("dashed", 4, { length: 333, closed: true }) ?? [];
  expect(333 / (on + gap)).toBeCloseTo(Math.round(333 / (on + gap)), 6);
});

test("a line too short for two dashes keeps the plain pattern", () => {
  expect(dashPattern("dashed", 4, { length: 5, closed: false })).toEqual([8, 10]);
});
