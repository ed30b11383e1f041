import { smoothClosedPath } from "@inkroom/geometry";
import { expect, test } from "vitest";
import type { PathItem } from "../display-list.ts";
import { fixture } from "../fixtures.ts";
import { hasInside, isFilled } from "../inside.ts";
import { encodePoints } from "../packed-points.ts";
import { hitSegmentShape, hitTestShape } from "../page-space.ts";
import { FILL_NAMES } from "../style.ts";
import { drawKind } from "./index.ts";
import type { DrawShape } from "./schema.ts";

type Ring = { readonly gap?: number; readonly radius?: number; readonly laps?: number; readonly quantum?: number };

/** A ring around (radius, 0) of the page, from its left end and back to `gap` page units above it. */
function ring({ gap = 0, radius = 60, laps = 1, quantum = 0.25 }: Ring = {}, changes: Partial<DrawShape> = {}): DrawShape {
  const format = { quantum, pressure: false };
  const turn = laps * 2 * Math.PI - 2 * Math.asin(gap / 2 / radius);
  const points = Array.from({ length: 61 }, (_, i) => {
    const angle = Math.PI + (turn * i) / 60;
    return { x: radius + radius * Math.cos(angle), y: -radius * Math.sin(angle) };
  });
  return fixture("draw", { x: 0, y: 0, size: "s", fill: "semi", ...format, points: encodePoints(points, format), count: 61, ...changes });
}
const insideOf = (shape: DrawShape): readonly PathItem[] =>
  drawKind
    .displayList(shape)
    .filter((item): item is PathItem => item.kind === "path" && item.fill !== undefined && item.fill.shade !== "full");

test("ends that are within 8 screen pixels of each other meet, whatever the zoom at which they were drawn", () => {
  expect([7.5, 9].map((gap) => hasInside(ring({ gap })))).toEqual([true, false]);
  // Drawn at a zoom of 4, and of an eighth.
  expect([1.8, 3].map((gap) => hasInside(ring({ gap, radius: 20, quantum: 1 / 16 })))).toEqual([true, false]);
  expect([60, 70].map((gap) => hasInside(ring({ gap, radius: 400, quantum: 2 })))).toEqual([true, false]);
});

test("ends whose ink touches meet, too", () => {
  expect(hasInside(ring({ gap: 14 }, { size: "xl" }))).toBe(true);
  expect(hasInside(ring({ gap: 14 }, { size: "l" }))).toBe(false);
});

test("what stays near its start is no loop, nor is a highlighter's line, nor an open one", () => {
  expect([11, 13].map((radius) => hasInside(ring({ radius })))).toEqual([false, true]);
  expect(hasInside(ring({}, { nib: "highlighter" }))).toBe(false);
  expect(hasInside(fixture("draw"))).toBe(false);
  expect(hasInside(ring({}, { points: new Uint8Array(), count: 0 }))).toBe(false);
});

test("stretching a stroke neither opens nor closes it", () => {
  expect(hasInside(ring({ gap: 7 }, { scaleX: 10, scaleY: -3 }))).toBe(true);
  expect(hasInside(ring({ gap: 20 }, { scaleX: 10, scaleY: -3 }))).toBe(false);
});

test("each way to fill is painted under the ink, in its own colour where it has one, and nothing where there is none", () => {
  const items = FILL_NAMES.map((fill) => insideOf(ring({}, { fill, fillColor: "teal" })));
  expect(items.map(({ length }) => length)).toEqual([0, 1, 1, 0, 0, 0]);
  expect(items.flat().map(({ fill }) => fill)).toEqual([
    { color: "teal", shade: "tint" },
    { color: "teal", shade: "inside" },
  ]);
  for (const fill of ["hachure", "cross-hatch", "dots"] as const) {
    const [under, ink] = drawKind.displayList(ring({}, { fill, fillColor: "teal" }));
    expect(under).toMatchObject({ kind: "path", stroke: { paint: { color: "teal", shade: "full" } } });
    expect(ink).toMatchObject({ fill: { color: "ink", shade: "full" } });
  }
  expect(insideOf(ring({ gap: 30 }))).toEqual([]);
});

test("from afar the inside is there as well, under a line", () => {
  const [under, line, ...rest] = drawKind.coarseDisplayList?.(ring(), 4) ?? [];
  expect(under).toMatchObject({ fill: { color: "ink", shade: "tint" } });
  expect(line).toHaveProperty("stroke");
  expect(rest).toEqual([]);
});

test("all of the inside of a filled loop is hit, of an empty one the ink alone", () => {
  const [full, empty] = [ring(), ring({}, { fill: "none" })];
  expect([full, empty].map(isFilled)).toEqual([true, false]);
  expect([full, empty].map((shape) => hitTestShape(shape, { x: 60, y: 0 }, 2))).toEqual([true, false]);
  expect([full, empty].map((shape) => hitTestShape(shape, { x: 120, y: 0 }, 2))).toEqual([true, true]);
  expect([full, empty].map((shape) => hitTestShape(shape, { x: 10, y: 55 }, 2))).toEqual([false, false]);
  expect([full, empty].map((shape) => hitSegmentShape(shape, { x: 60, y: 0 }, { x: 70, y: 0 }, 2))).toEqual([true, false]);
});

test("a loop that goes round twice is full, and hatched, all the same", () => {
  const twice = ring({ laps: 2 });
  expect(hitTestShape(twice, { x: 60, y: 0 }, 0)).toBe(true);
  const [once, both] = [1, 2].map((laps) => drawKind.displayList(ring({ laps }, { fill: "hachure" }))[0]);
  const lines = (item: typeof once): number => (item?.kind === "path" ? item.path.filter((part) => part === "M").length : 0);
  expect(lines(once)).toBeGreaterThan(5);
  expect(lines(both)).toBe(lines(once));
});

test("what is inside ends under the ink, also where a fast hand turned a corner", () => {
  const format = { quantum: 0.25, pressure: false };
  const corners = [0, 40, 80, 120].flatMap((at) => [{ x: at, y: 0 }]);
  const around = [
    ...corners,
    { x: 120, y: 40 },
    { x: 120, y: 80 },
    { x: 120, y: 120 },
    { x: 60, y: 120 },
    { x: 0, y: 120 },
    { x: 0, y: 50 },
    { x: 0, y: 3 },
  ];
  const shape = ring({}, { ...format, points: encodePoints(around, format), count: around.length });
  const [inside, ink] = drawKind.displayList(shape);
  const placesOf = (item: typeof inside): number[] => (item?.kind === "path" ? item.path.filter((part) => typeof part === "number") : []);
  const edge = ink?.kind === "ink" ? smoothClosedPath(ink.outline).filter((part) => typeof part === "number") : [];
  const reach = Math.max(...edge);
  expect(reach).toBeLessThan(120);
  expect(Math.max(...placesOf(inside))).toBeLessThan(reach);
});
