import { boxContainsBox } from "@inkroom/geometry";
import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleBox } from "./camera.ts";
import { revealBox } from "./reveal.ts";

const VIEWPORT = { w: 800, h: 600 };
const CAMERA = { x: 0, y: 0, zoom: 1 };

test("what is seen already moves nothing", () => {
  expect(revealBox({ x: 100, y: 100, w: 50, h: 50 }, CAMERA, VIEWPORT)).toBe(CAMERA);
});

test("what is out of sight comes to the middle at the same zoom", () => {
  expect(revealBox({ x: 2000, y: 3000, w: 100, h: 100 }, CAMERA, VIEWPORT)).toEqual({ x: 1650, y: 2750, zoom: 1 });
});

test("what lies under a panel comes to the middle of the rest", () => {
  const free = { x: 300, y: 0, w: 500, h: 600 };
  expect(revealBox({ x: 100, y: 100, w: 50, h: 50 }, CAMERA, VIEWPORT, { free })).toEqual({ x: 125 - 550, y: 125 - 300, zoom: 1 });
});

test("what is too small to be read is brought nearer", () => {
  expect(revealBox({ x: 100, y: 100, w: 50, h: 50 }, { x: 0, y: 0, zoom: 0.1 }, VIEWPORT, { leastZoom: 0.5 }).zoom).toBe(0.5);
});

test("whatever the box and the camera, all of it is in view after", () => {
  const place = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  const size = fc.double({ min: 0, max: 1e4, noNaN: true });
  const zoom = fc.double({ min: 0.05, max: 30, noNaN: true });
  fc.assert(
    fc.property(fc.record({ x: place, y: place, w: size, h: size }), fc.record({ x: place, y: place, zoom }), (box, camera) => {
      const shown = revealBox(box, camera, VIEWPORT);
      expect(shown.zoom).toBeLessThanOrEqual(camera.zoom);
      const { x, y, w, h } = visibleBox(shown, VIEWPORT);
      const slack = 1e-6;
      expect(boxContainsBox({ x: x - slack, y: y - slack, w: w + 2 * slack, h: h + 2 * slack }, box)).toBe(true);
    }),
  );
});
