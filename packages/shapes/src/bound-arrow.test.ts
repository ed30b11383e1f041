import { pointAt, pointCount } from "@inkroom/geometry";
import fc from "fast-check";
import { expect, test } from "vitest";
import { END_NAMES } from "./binding.ts";
import { boundArrow, boundTo } from "./bound-arrow.ts";
import { fixture } from "./fixtures.ts";
import { toPage } from "./page-space.ts";
import { KIND_NAMES, kindByName } from "./registry.ts";
import type { Shape } from "./shape.ts";

const board = (...shapes: readonly Shape[]) => new Map(shapes.map((shape) => [shape.id, shape]));
const ends = (shape: ReturnType<typeof boundArrow>) =>
  [0, pointCount(shape.vertices) - 1].map((i) => toPage(shape, pointAt(shape.vertices, i)));

test("a bound end lies at its place on its shape, turned with it", () => {
  const rect = fixture("rect", { x: 200, y: 100, w: 40, h: 20 });
  const arrow = fixture("arrow", { x: 10, y: 20, start: null, end: { id: "rect", x: 0.5, y: 1 } });
  expect(ends(boundArrow(board(rect, arrow), arrow))).toEqual([
    { x: 10, y: 20 },
    { x: 220, y: 120 },
  ]);
  const turned = { ...rect, rotation: Math.PI / 2 };
  const [start, end] = ends(boundArrow(board(turned, arrow), arrow));
  expect(start).toEqual({ x: 10, y: 20 });
  expect([end?.x, end?.y].map((value) => Math.round(value ?? 0))).toEqual([210, 110]);
});

test("an arrow bound to a shape that is gone is drawn at its vertices, and hangs on it again when it is back", () => {
  const rect = fixture("rect");
  const arrow = fixture("arrow", { start: { id: "rect", x: 0, y: 0 }, end: { id: "nobody", x: 1, y: 1 } });
  const without = board(arrow);
  expect(END_NAMES.map((end) => boundTo(without, arrow, end))).toEqual([undefined, undefined]);
  expect(boundArrow(without, arrow)).toBe(arrow);
  const back = board(arrow, rect);
  expect(END_NAMES.map((end) => boundTo(back, arrow, end))).toEqual([rect, undefined]);
  expect(ends(boundArrow(back, arrow))[0]).toEqual({ x: rect.x, y: rect.y });
});

test("nothing hangs on what has bound ends itself, so that no chain of bindings has to be followed", () => {
  const isBindable = (kind: (typeof KIND_NAMES)[number]): boolean => kindByName(kind).bindable;
  expect(KIND_NAMES.filter((kind) => "start" in fixture(kind) && isBindable(kind))).toEqual([]);
  const arrow = fixture("arrow", { start: { id: "arrow", x: 0, y: 0 }, end: { id: "line", x: 0, y: 0 } });
  expect(boundArrow(board(arrow, fixture("line")), arrow)).toBe(arrow);
});

test("a bound arrow keeps its free vertices where they are on the page", () => {
  const angle = fc.double({ min: -7, max: 7, noNaN: true });
  fc.assert(
    fc.property(angle, angle, fc.double({ min: 0, max: 1, noNaN: true }), (turn, targetTurn, share) => {
      const arrow = fixture("arrow", { rotation: turn, start: null, end: { id: "rect", x: share, y: share } });
      const drawn = boundArrow(board(fixture("rect", { rotation: targetTurn }), arrow), arrow);
      for (let i = 0; i < pointCount(arrow.vertices) - 1; i += 1) {
        const was = toPage(arrow, pointAt(arrow.vertices, i));
        const is = toPage(drawn, pointAt(drawn.vertices, i));
        expect(Math.hypot(was.x - is.x, was.y - is.y)).toBeLessThan(1e-6);
      }
    }),
  );
});
