import { expect, test } from "vitest";
import { pageToScreen } from "@inkroom/editor";
import { cameraAt, isMapUseful, mapCamera, seenOnMap } from "./map-area.ts";

const size = { w: 176, h: 120 };
const viewport = { w: 800, h: 600 };
const camera = { x: 0, y: 0, zoom: 1 };

test("a map is useful only while something is out of view", () => {
  expect(isMapUseful(undefined, camera, viewport)).toBe(false);
  expect(isMapUseful({ x: 10, y: 10, w: 700, h: 500 }, camera, viewport)).toBe(false);
  expect(isMapUseful({ x: 10, y: 10, w: 900, h: 500 }, camera, viewport)).toBe(true);
  expect(isMapUseful({ x: 10, y: 10, w: 900, h: 500 }, camera, { w: 0, h: 0 })).toBe(false);
});

test("all contents are on the map, in its middle, and small ones are not blown up", () => {
  const contents = { x: -500, y: 200, w: 4_000, h: 1_000 };
  const map = mapCamera(contents, size);
  const from = pageToScreen(map, contents);
  const to = pageToScreen(map, { x: 3_500, y: 1_200 });
  expect([from.x, to.x]).toEqual([8, 168].map((x) => expect.closeTo(x, 6)));
  expect((from.y + to.y) / 2).toBeCloseTo(60, 6);
  expect(mapCamera({ x: 0, y: 0, w: 1, h: 1 }, size).zoom).toBe(0.25);
});

test("the view's rectangle stays on the map and can be caught, wherever the view is", () => {
  const map = mapCamera({ x: 0, y: 0, w: 4_000, h: 3_000 }, size);
  for (const at of [
    { x: -1e6, y: -1e6 },
    { x: 1e6, y: 0 },
    { x: 2_000, y: 1e6 },
    { x: 1_000, y: 1_000 },
  ]) {
    for (const zoom of [0.02, 1, 30]) {
      const { x, y, w, h } = seenOnMap(map, size, { ...at, zoom }, viewport);
      expect(w).toBeGreaterThanOrEqual(10);
      expect([x < size.w, y < size.h, x + w > 0, y + h > 0]).toEqual([true, true, true, true]);
    }
  }
});

test("a place on the map comes to the middle of the screen, at the same zoom", () => {
  const map = mapCamera({ x: 0, y: 0, w: 4_000, h: 3_000 }, size);
  const next = cameraAt(map, { x: 100, y: 50 }, { ...camera, zoom: 2 }, viewport);
  expect(next.zoom).toBe(2);
  const onMap = pageToScreen(map, { x: next.x + 200, y: next.y + 150 });
  expect(onMap).toEqual({ x: expect.closeTo(100, 6), y: expect.closeTo(50, 6) });
});
