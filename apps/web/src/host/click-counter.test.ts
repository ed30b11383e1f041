import { expect, test } from "vitest";
import { createClickCounter, type Press } from "./click-counter.ts";

const CAMERA = { x: 0, y: 0, zoom: 1 };
const press = (x: number, y: number, tMs: number, more: Partial<Press> = {}): Press => ({ x, y, tMs, button: 0, camera: CAMERA, ...more });

test("presses close in time and place count up", () => {
  const clicks = createClickCounter();
  expect(clicks.count(press(10, 10, 0))).toBe(1);
  expect(clicks.count(press(12, 11, 200))).toBe(2);
  // The same view, whatever has set it.
  expect(clicks.count(press(12, 11, 450, { camera: { ...CAMERA } }))).toBe(3);
});

test.each([
  ["too late", press(10, 10, 301)],
  ["elsewhere", press(40, 10, 100)],
  ["with another button", press(10, 10, 100, { button: 2 })],
  ["after the paper has moved sideways under it", press(10, 10, 100, { camera: { ...CAMERA, x: 20 } })],
  ["after the paper has moved down under it", press(10, 10, 100, { camera: { ...CAMERA, y: 20 } })],
  ["after the zoom has changed", press(10, 10, 100, { camera: { ...CAMERA, zoom: 2 } })],
])("a press %s starts again", (_what, second) => {
  const clicks = createClickCounter();
  clicks.count(press(10, 10, 0));
  expect(clicks.count(second)).toBe(1);
  expect(clicks.count({ ...second, tMs: second.tMs + 50 })).toBe(2);
});
