import { expect, test } from "vitest";
import { isClosedLine } from "../drawn-line.ts";
import { fixture } from "../fixtures.ts";
import { hitTestShape } from "../page-space.ts";
import { shapeKindOf } from "../registry.ts";

const triangle = fixture("line", { x: 0, y: 0, vertices: [0, 0, 100, 0, 50, 80, 0, 0], dash: "solid", fill: "semi" });
const fillsOf = (line: typeof triangle) =>
  shapeKindOf(line)
    .displayList(line)
    .filter((item) => item.kind === "path" && item.fill !== undefined);

test("a line that ends where it begins is filled, and hit inside; an open one is not", () => {
  expect(isClosedLine(triangle)).toBe(true);
  expect(fillsOf(triangle)).toHaveLength(1);
  expect(hitTestShape(triangle, { x: 50, y: 30 }, 0)).toBe(true);
  for (const open of [
    { ...triangle, vertices: [0, 0, 100, 0, 50, 80] },
    { ...triangle, fill: "none" as const },
  ]) {
    expect(fillsOf(open)).toHaveLength(0);
    expect(hitTestShape(open, { x: 50, y: 30 }, 0)).toBe(false);
  }
  expect(isClosedLine({ ...triangle, vertices: [0, 0, 100, 0, 0, 0] })).toBe(false);
});

test("a curve through its points comes back to the first one without a corner, and is filled to its edge", () => {
  const round = { ...triangle, route: "curved" as const };
  expect(hitTestShape(round, { x: 50, y: -8 }, 0)).toBe(true);
  expect(hitTestShape(triangle, { x: 50, y: -8 }, 0)).toBe(false);
});

test("a resize scales what is seen of a curve to the frame", () => {
  const round = { ...triangle, route: "curved" as const };
  const { x, y, w, h } = shapeKindOf(round).frame(round);
  const wide = { ...round, ...shapeKindOf(round).resize(round, { x, y, w: w * 2, h }) };
  const frame = shapeKindOf(wide).frame(wide);
  expect([frame.w / w, frame.h / h].map((factor) => Math.round(factor * 100) / 100)).toEqual([2, 1]);
  expect(wide.x + frame.x).toBeCloseTo(x, 1);
});
