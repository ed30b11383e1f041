import type { Box } from "@inkroom/geometry";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clustersOf } from "./clusters.ts";

const box = (x: number, y: number, side = 10): Box => ({ x, y, w: side, h: side });
const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.w >= inner.x + inner.w && outer.y + outer.h >= inner.y + inner.h;

test("boxes in two corners become two, and nothing between them is said to be touched", () => {
  expect(clustersOf([box(0, 0), box(20, 5), box(900, 900)])).toEqual([{ x: 0, y: 0, w: 30, h: 15 }, box(900, 900)]);
  expect(clustersOf([])).toEqual([]);
  expect(clustersOf([box(7, 7), box(7, 7)])).toEqual([box(7, 7)]);
  expect(clustersOf([box(7, 7, 0)])).toEqual([box(7, 7, 0)]);
});

test("there are nine at most, and each of the given ones is wholly in one", () => {
  const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const side = fc.double({ min: 0, max: 1e5, noNaN: true });
  const boxes = fc.array(fc.record({ x: coordinate, y: coordinate, w: side, h: side }), { maxLength: 60 });
  fc.assert(
    fc.property(boxes, (given) => {
      const clusters = clustersOf(given);
      expect(clusters.length).toBeLessThanOrEqual(9);
      // Sums of large and small numbers are rounded.
      const grown = clusters.map(({ x, y, w, h }) => ({ x: x - 1e-6, y: y - 1e-6, w: w + 2e-6, h: h + 2e-6 }));
      for (const each of given) expect(grown.some((cluster) => holds(cluster, each))).toBe(true);
    }),
  );
});
