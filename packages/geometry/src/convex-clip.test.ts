import { expect, test } from "vitest";
import { isInConvex, segmentInConvex } from "./convex-clip.ts";

const square = [0, 0, 10, 0, 10, 10, 0, 10];
const diamond = [5, 0, 10, 5, 5, 10, 0, 5];

test("a segment is cut off where it enters and where it leaves", () => {
  expect(segmentInConvex({ x: -5, y: 5 }, { x: 15, y: 5 }, square)).toEqual([
    { x: 0, y: 5 },
    { x: 10, y: 5 },
  ]);
  expect(segmentInConvex({ x: 2, y: 2 }, { x: 2, y: 30 }, square)).toEqual([
    { x: 2, y: 2 },
    { x: 2, y: 10 },
  ]);
  expect(segmentInConvex({ x: 0, y: 0 }, { x: 10, y: 10 }, diamond)).toEqual([
    { x: 2.5, y: 2.5 },
    { x: 7.5, y: 7.5 },
  ]);
});

test("a segment that passes by, beside or along, is not inside", () => {
  expect(segmentInConvex({ x: -5, y: -1 }, { x: 15, y: -1 }, square)).toBeUndefined();
  expect(segmentInConvex({ x: -1, y: 4 }, { x: 4, y: -1 }, diamond)).toBeUndefined();
  expect(segmentInConvex({ x: 11, y: 0 }, { x: 11, y: 10 }, square)).toBeUndefined();
});

test("a point is inside, on a side, or outside", () => {
  expect([isInConvex({ x: 5, y: 5 }, diamond), isInConvex({ x: 2.5, y: 2.5 }, diamond), isInConvex({ x: 1, y: 1 }, diamond)]).toEqual([
    true,
    true,
    false,
  ]);
});
