import fc from "fast-check";
import { expect, test } from "vitest";
import { type LinedPattern, paperLines } from "./paper-lines.ts";
import { printMarks } from "./print-marks.ts";
import type { Screen } from "./screen.ts";
import { THEMES } from "./theme.ts";

const PATTERNS: readonly LinedPattern[] = ["squares", "ruled", "isometric"];
const screen = fc.record({
  camera: fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    zoom: fc.double({ min: 0.02, max: 30, noNaN: true }),
  }),
  viewport: fc.constant({ w: 640, h: 480 }),
  pixelRatio: fc.constantFrom(1, 1.25, 2, 3),
}) satisfies fc.Arbitrary<Screen>;
const at = (zoom: number): Screen => ({ camera: { x: 0, y: 0, zoom }, viewport: { w: 640, h: 480 }, pixelRatio: 1 });
const linesOf = (pattern: LinedPattern, view: Screen) =>
  paperLines(pattern, view).flatMap(({ lines }) => Array.from({ length: lines.length / 4 }, (_, i) => lines.slice(4 * i, 4 * i + 4)));

test.each(PATTERNS)("%s paper has a bounded number of lines at any zoom, and some unless one looks between two", (pattern) => {
  fc.assert(
    fc.property(screen, (view) => {
      const count = linesOf(pattern, view).length;
      if (view.camera.zoom < 3) expect(count).toBeGreaterThan(2);
      expect(count).toBeLessThan(180);
      for (const { alpha } of paperLines(pattern, view)) expect(alpha).toBeLessThanOrEqual(1);
    }),
    { numRuns: 80 },
  );
});

test.each(PATTERNS)("the lines of %s paper cross the whole view", (pattern) => {
  fc.assert(
    fc.property(screen, (view) => {
      for (const [x = 0, y = 0, toX = 0, toY = 0] of linesOf(pattern, view)) {
        const isUpright = Math.abs(x - toX) < 1e-6;
        const [from, to] = isUpright ? [y, toY] : [x, toX];
        expect(from).toBeLessThanOrEqual(1);
        expect(to).toBeGreaterThanOrEqual((isUpright ? 480 : 640) - 1);
      }
    }),
    { numRuns: 40 },
  );
});

test("finer lines fade in from nothing, and stay where they are on the page", () => {
  expect(paperLines("squares", at(0.8001)).at(-1)?.alpha).toBeLessThan(0.01);
  expect(paperLines("squares", at(1.5)).at(-1)?.alpha).toBe(1);
  for (const zoom of [0.1, 0.5, 1, 3]) {
    for (const [, y = 0] of linesOf("ruled", at(zoom))) {
      const row = y / zoom / 40;
      // As sharp as pixels are: off by at most half of one.
      expect(Math.abs(row - Math.round(row)) * 40 * zoom).toBeLessThanOrEqual(0.5 + 1e-9);
    }
  }
});

test("the three families of isometric paper meet in points", () => {
  const lines = linesOf("isometric", at(1));
  const upright = lines.filter(([x, , toX]) => x === toX).map(([x = 0]) => x);
  const crossings = lines.flatMap(([x = 0, y = 0, toX = 0, toY = 0]) =>
    x === toX ? [] : [{ slope: (toY - y) / (toX - x), y: y - x * ((toY - y) / (toX - x)) }],
  );
  const [rise, fall] = [crossings.filter(({ slope }) => slope > 0), crossings.filter(({ slope }) => slope < 0)];
  expect(upright.length * rise.length * fall.length).toBeGreaterThan(0);
  for (const a of rise) {
    for (const b of fall) {
      const x = (b.y - a.y) / (a.slope - b.slope);
      if (x < 1 || x > 639) continue;
      expect(Math.min(...upright.map((place) => Math.abs(place - x)))).toBeLessThanOrEqual(1);
    }
  }
});

test("a print of the largest board has as few marks as one of a screen, in page units", () => {
  const area = { x: -900_000, y: -900_000, w: 1_800_000, h: 1_000_000 };
  for (const pattern of ["dots", ...PATTERNS] as const) {
    const marks = printMarks(pattern, area, THEMES.light);
    const numbers = marks.reduce((sum, { path }) => sum + path.length, 0);
    expect(numbers).toBeGreaterThan(0);
    expect(numbers).toBeLessThan(6 * 260 * 260);
    for (const { path } of marks) {
      const xs = path.filter((_, i) => i % 6 === 1).map(Number);
      expect(Math.max(...xs)).toBeLessThanOrEqual(area.x + area.w + 8_000);
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(area.x - 16_000);
    }
  }
  expect(printMarks("none", area, THEMES.light)).toEqual([]);
});
