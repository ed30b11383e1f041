import { polylineLength } from "@inkroom/geometry";
import { expect, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { arrowBounds, arrowParts } from "./geometry.ts";
import type { HeadInk } from "./heads.ts";

/** Distance from the tip to the back corners along the arrow; the arrow lies on the x axis. */
function headLength(head: HeadInk | undefined): number {
  return Math.abs((head?.corners[0] ?? 0) - (head?.corners[2] ?? 0));
}

test("heads grow with the line's width", () => {
  const lengths = (["s", "m", "l", "xl"] as const).map((size) =>
    headLength(arrowParts(fixture("arrow", { size, vertices: [0, 0, 500, 0] })).heads[0]),
  );
  expect(lengths).toEqual([12.5, 19, 28.75, 45]);
});

test("heads never take more than the arrow has", () => {
  const { heads, shaft } = arrowParts(fixture("arrow", { size: "xl", vertices: [0, 0, 20, 0], startHead: "arrow" }));
  expect(headLength(heads[0]) + headLength(heads[1])).toBeLessThan(20);
  expect(polylineLength(shaft ?? [])).toBeGreaterThan(0);
});

test("the tip is the last vertex, and the shaft ends inside of the head", () => {
  const { heads, shaft } = arrowParts(fixture("arrow", { vertices: [0, 0, 100, 0] }));
  expect(heads[0]?.corners.slice(0, 2)).toEqual([100, 0]);
  expect(shaft?.at(-2)).toBeGreaterThan(100 - headLength(heads[0]));
  expect(shaft?.at(-2)).toBeLessThan(100);
});

test("without heads the shaft is the whole line", () => {
  expect(arrowParts(fixture("arrow", { vertices: [0, 0, 100, 0], endHead: "none" }))).toEqual({
    shaft: [0, 0, 100, 0],
    width: 4,
    heads: [],
  });
});

test("an arrow of no length has no parts to paint wrongly", () => {
  expect(arrowParts(fixture("arrow", { vertices: [5, 5, 5, 5] }))).toEqual({ shaft: undefined, width: 0, heads: [] });
});

test("bounds hold the heads", () => {
  const arrow = fixture("arrow", { vertices: [0, 0, 100, 0], size: "xl" });
  const ys = arrowParts(arrow)
    .heads.flatMap(({ corners }) => corners)
    .filter((_, i) => i % 2 === 1);
  const bounds = arrowBounds(arrow);
  expect(Math.min(...ys)).toBeGreaterThanOrEqual(bounds.y);
  expect(Math.max(...ys)).toBeLessThanOrEqual(bounds.y + bounds.h);
});

test("the dots of a dotted shaft stand clear of the head", () => {
  const { heads, shaft, width } = arrowParts(fixture("arrow", { vertices: [0, 0, 100, 0], dash: "dotted" }));
  expect((shaft?.at(-2) ?? 100) + width / 2).toBeLessThan(100 - headLength(heads[0]));
});
