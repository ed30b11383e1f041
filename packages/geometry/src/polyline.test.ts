import { expect, test } from "vitest";
import {
  distanceToPolyline,
  isInPolygon,
  isNearPolyline,
  isSegmentNearPolyline,
  pointAt,
  polylineBounds,
  polylineLength,
} from "./polyline.ts";

const corner = [0, 0, 10, 0, 10, 10];

test("length, bounds and distance follow all segments", () => {
  expect(polylineLength(corner)).toBe(20);
  expect(polylineBounds(corner)).toEqual({ x: 0, y: 0, w: 10, h: 10 });
  expect(distanceToPolyline({ x: 13, y: 5 }, corner)).toBe(3);
});

test("a longer stride skips what is not x and y", () => {
  expect(polylineBounds([0, 0, 99, 10, 5, -99], 3)).toEqual({ x: 0, y: 0, w: 10, h: 5 });
});

test("one point is a place, none is nowhere", () => {
  expect(isNearPolyline({ x: 3, y: 4 }, [0, 0], 5)).toBe(true);
  expect(isNearPolyline({ x: 0, y: 0 }, [], 5)).toBe(false);
  expect(distanceToPolyline({ x: 0, y: 0 }, [])).toBe(Infinity);
  expect(() => pointAt([], 0)).toThrow(RangeError);
});

test("a crossing segment is near even where both its ends are far", () => {
  expect(isSegmentNearPolyline({ x: 5, y: -100 }, { x: 5, y: 100 }, corner, 0)).toBe(true);
  expect(isSegmentNearPolyline({ x: -5, y: -100 }, { x: -5, y: 100 }, corner, 4)).toBe(false);
});

test("inside a polygon is inside", () => {
  const square = [0, 0, 10, 0, 10, 10, 0, 10];
  expect(isInPolygon({ x: 5, y: 5 }, square)).toBe(true);
  expect(isInPolygon({ x: 15, y: 5 }, square)).toBe(false);
});
