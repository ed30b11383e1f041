import { expect, test } from "vitest";
import { distanceToPolyline, pointAt, pointCount } from "./polyline.ts";
import { middleOfSmooth, smoothLine } from "./smooth-line.ts";

test("a curve goes through its points, and is straight where they are", () => {
  expect(smoothLine([0, 0, 100, 0])).toEqual([0, 0, 100, 0]);
  expect(
    smoothLine([0, 0, 50, 0, 100, 0])
      .filter((_, i) => i % 2 === 1)
      .every((y) => y === 0),
  ).toBe(true);
  const points = [0, 0, 100, 80, 200, -40, 260, 0];
  const curve = smoothLine(points);
  for (let i = 0; i < pointCount(points); i += 1) expect(distanceToPolyline(pointAt(points, i), curve)).toBe(0);
});

test("it has no corners: each piece goes on almost as the one before it", () => {
  const curve = smoothLine([0, 0, 100, 80, 200, -40, 260, 0]);
  for (let i = 1; i + 1 < pointCount(curve); i += 1) {
    const [a, b, c] = [pointAt(curve, i - 1), pointAt(curve, i), pointAt(curve, i + 1)];
    const turn = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
    expect(Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))).toBeLessThan(0.35);
  }
});

test("stretched points give the stretched curve, so that a resize does what the frame says", () => {
  const points = [0, 0, 100, 80, 200, -40];
  const stretched = points.map((value, i) => (i % 2 === 0 ? value * 2 : value));
  const [curve, wide] = [smoothLine(points), smoothLine(stretched)];
  for (let i = 0; i < pointCount(curve); i += 1) {
    const { x, y } = pointAt(curve, i);
    expect(distanceToPolyline({ x: x * 2, y }, wide)).toBeLessThan(0.2);
  }
});

test("a closed one is smooth where it ends too", () => {
  const curve = smoothLine([0, 0, 100, 0, 50, 80, 0, 0], true);
  const [a, b] = [pointAt(curve, 1), pointAt(curve, pointCount(curve) - 2)];
  // Before and behind the point where it begins and ends lie on opposite sides of it.
  expect(a.x * b.x + a.y * b.y).toBeLessThan(0);
});

test("half way from point to point lies on the curve between them", () => {
  const points = [0, 0, 100, 80, 200, 0];
  const curve = smoothLine(points);
  const middle = middleOfSmooth(curve, { x: 100, y: 80 }, { x: 200, y: 0 });
  expect(distanceToPolyline(middle, curve)).toBe(0);
  expect([middle.x > 110, middle.x < 190, middle.y > 40]).toEqual([true, true, true]);
});
