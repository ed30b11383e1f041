import { expect, test } from "vitest";
import { CrowdPace } from "./crowd-pace.ts";

test("few pointers are painted in every frame in which they move, a crowd in every second one", () => {
  const pace = new CrowdPace();
  expect([3, 40, 0, 1].map((moved) => pace.isDue(moved))).toEqual([true, true, false, true]);
  expect([200, 200, 200, 200].map((moved) => pace.isDue(moved))).toEqual([false, true, false, true]);
});

test("the last movement of a crowd is painted, one frame later", () => {
  const pace = new CrowdPace();
  expect(pace.isDue(200)).toBe(false);
  expect(pace.isOwed).toBe(true);
  expect(pace.isDue(0)).toBe(true);
  expect(pace.isOwed).toBe(false);
  expect(pace.isDue(0)).toBe(false);
});
