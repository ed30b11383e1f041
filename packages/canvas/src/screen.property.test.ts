import { type Shape, toPage } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { paperDots } from "./paper-dots.ts";
import { crisp, localToDevice, type Screen, toScreen } from "./screen.ts";

const screen = fc.record({
  camera: fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    zoom: fc.double({ min: 0.02, max: 30, noNaN: true }),
  }),
  viewport: fc.constant({ w: 640, h: 480 }),
  pixelRatio: fc.constantFrom(1, 1.25, 2, 3),
}) satisfies fc.Arbitrary<Screen>;

test("the painter's matrix goes where page space and camera go", () => {
  fc.assert(
    fc.property(
      screen,
      fc.double({ min: -7, max: 7, noNaN: true }),
      fc.integer({ min: -200, max: 200 }),
      fc.integer({ min: -200, max: 200 }),
      (view, rotation, x, y) => {
        const shape: Shape = {
          id: "r",
          index: "a1",
          kind: "rect",
          ...PLAIN_RECT,
          parent: "page",
          x: 30,
          y: 40,
          w: 100,
          h: 60,
          rotation,
          opacity: 1,
          locked: false,
          link: "",
          color: "ink",
          size: "m",
          fill: "none",
          dash: "solid",
        };
        const [a, b, c, d, e, f] = localToDevice(view, shape);
        const wanted = toScreen(view, toPage(shape, { x, y }));
        expect((a * x + c * y + e) / view.pixelRatio).toBeCloseTo(wanted.x, 4);
        expect((b * x + d * y + f) / view.pixelRatio).toBeCloseTo(wanted.y, 4);
      },
    ),
  );
});

test("a sharp line lies on whole device pixels and at most half of one off", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      fc.constantFrom(1, 1.25, 2),
      fc.constantFrom(1, 2, 3),
      (at, pixelRatio, widthPx) => {
        const sharp = crisp(at, pixelRatio, widthPx);
        const edge = sharp * pixelRatio - widthPx / 2;
        expect(edge).toBeCloseTo(Math.round(edge), 6);
        expect(Math.abs(sharp - at) * pixelRatio).toBeLessThanOrEqual(0.5 + 1e-9);
      },
    ),
  );
});

test("the paper has a bounded number of dots at any zoom, and always some", () => {
  fc.assert(
    fc.property(screen, (view) => {
      const levels = paperDots(view);
      const dots = levels.reduce((sum, { points }) => sum + points.length / 2, 0);
      expect(dots).toBeGreaterThan(50);
      expect(dots).toBeLessThan(1600);
      for (const { alpha } of levels) expect(alpha).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test("finer dots fade in from nothing", () => {
  const at = (zoom: number): number =>
    paperDots({ camera: { x: 0, y: 0, zoom }, viewport: { w: 640, h: 480 }, pixelRatio: 1 }).at(-1)?.alpha ?? 0;
  expect(at(0.8001)).toBeLessThan(0.01);
  expect(at(1)).toBeCloseTo(0.5);
  expect(at(1.5)).toBe(1);
});
