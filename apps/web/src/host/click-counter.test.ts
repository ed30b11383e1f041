import { expect, test } from "vitest";
import { createClickCounter } from "./click-counter.ts";

test("presses close in time and place count up", () => {
  const clicks = createClickCounter();
  expect(clicks.count(10, 10, 0, 0)).toBe(1);
  expect(clicks.count(12, 11, 200, 0)).toBe(2);
  expect(clicks.count(12, 11, 450, 0)).toBe(3);
});

test.each([
  ["too late", 10, 10, 301, 0],
  ["elsewhere", 40, 10, 100, 0],
  ["with another button", 10, 10, 100, 2],
])("a press %s starts again", (_what, x, y, tMs, button) => {
  const clicks = createClickCounter();
  clicks.count(10, 10, 0, 0);
  expect(clicks.count(x, y, tMs, button)).toBe(1);
});
