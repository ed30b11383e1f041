import fc from "fast-check";
import { expect, test } from "vitest";
import { motionScale, tileBox, tileKey, tilesOver, wantedTiles } from "./tile-grid.ts";
import { pageBoxOf, pixelsOf } from "./tile-pen.ts";

const coordinate = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const length = fc.double({ min: 1, max: 3_000, noNaN: true });
const scale = fc.double({ min: 0.02, max: 90, noNaN: true });

test("the tiles over a view cover every point of it once", () => {
  fc.assert(
    fc.property(coordinate, coordinate, length, length, scale, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, w, h, at, share) => {
      const view = { x, y, w: w / at, h: h / at };
      const point = { x: x + share * view.w, y: y + share * view.h };
      // Rounding may put a point that lies on an edge to either side of it.
      const epsilon = 1e-9 * (1 + Math.abs(point.x) + Math.abs(point.y));
      const holders = (slack: number): number =>
        tilesOver(view, at).filter((spec) => {
          const box = tileBox(spec);
          const inX = point.x >= box.x - slack && point.x < box.x + box.w + slack;
          return inX && point.y >= box.y - slack && point.y < box.y + box.h + slack;
        }).length;
      expect(holders(epsilon)).toBeGreaterThanOrEqual(1);
      expect(holders(-epsilon)).toBeLessThanOrEqual(1);
    }),
  );
});

test("while the zoom changes tiles are shown at 0.6 to 1.2 of their size", () => {
  fc.assert(
    fc.property(scale, (at) => {
      const stretch = at / motionScale(at);
      expect(stretch).toBeGreaterThan(0.6 - 1e-9);
      expect(stretch).toBeLessThanOrEqual(1.2 + 1e-9);
    }),
  );
  expect([motionScale(1), motionScale(1.19), motionScale(1.21)]).toEqual([1, 1, 2]);
});

test("what is in view is wanted before what lies around it, the centre first, and nothing twice", () => {
  const { inView, around } = wantedTiles({ x: -700, y: 10, w: 1440, h: 900 }, 1);
  expect(inView.map(tileKey)[0]).toBe("1/0/0/512/512");
  expect([inView.length, around.length]).toEqual([8, 16]);
  expect(new Set([...inView, ...around].map(tileKey)).size).toBe(24);
});

test("the pixels that ink can have touched lie on the tile and show at least its box", () => {
  fc.assert(
    fc.property(coordinate, coordinate, length, scale, (x, y, side, at) => {
      const box = { x, y, w: side, h: side };
      for (const spec of tilesOver(box, at).slice(0, 20)) {
        const pixels = pixelsOf(spec, box);
        if (pixels === undefined) continue;
        for (const value of Object.values(pixels)) expect(Number.isInteger(value) && value >= 0 && value <= 512).toBe(true);
        const shown = pageBoxOf(spec, pixels);
        const tile = tileBox(spec);
        const epsilon = 1e-6 * (1 + Math.abs(x) + Math.abs(y));
        expect(shown.x).toBeLessThanOrEqual(Math.max(box.x, tile.x) + epsilon);
        expect(shown.x + shown.w).toBeGreaterThanOrEqual(Math.min(box.x + box.w, tile.x + tile.w) - epsilon);
      }
    }),
  );
});
