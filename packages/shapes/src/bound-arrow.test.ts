import { pointAt, pointCount } from "@inkroom/geometry";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { END_NAMES } from "./binding.ts";
import { boundArrow, boundTo } from "./bound-arrow.ts";
import { fixture } from "./fixtures.ts";
import { toPage } from "./page-space.ts";
import { KIND_NAMES, kindByName } from "./registry.ts";
import type { Shape } from "./shape.ts";

const board = (...shapes: readonly Shape[]) => new Map(shapes.map((shape) => [shape.id, shape]));
const ends = (shape: ReturnType<typeof boundArrow>) =>
  [0, pointCount(shape.vertices) - 1].map((i) => toPage(shape, pointAt(shape.vertices, i)));

const near = (point: { readonly x: number; readonly y: number } | undefined) =>
  [point?.x, point?.y].map((value) => Math.round((value ?? NaN) * 100) / 100);

/** A box of 40 x 20, its middle at (220, 110), with an outline of 4 units. */
const rect = fixture("rect", { x: 200, y: 100, w: 40, h: 20 });
const fromLeft = fixture("arrow", { x: 10, y: 110, vertices: [0, 0, 1, 0], start: null, end: { id: "rect", x: 0.5, y: 0.5 } });

describe("a bound end", () => {
  test("points at its place and stops before the outline, turned with the shape", () => {
    const [start, end] = ends(boundArrow(board(rect, fromLeft), fromLeft));
    expect(near(start)).toEqual([10, 110]);
    expect(near(end)).toEqual([193, 110]);
    const [, turned] = ends(boundArrow(board({ ...rect, rotation: Math.PI / 2 }, fromLeft), fromLeft));
    expect(near(turned)).toEqual([203, 110]);
    const corner = { ...fromLeft, y: 100, end: { id: "rect", x: 0.5, y: 0.1 } };
    const [, aside] = ends(boundArrow(board(rect, corner), corner));
    expect(aside?.y).toBeCloseTo(102 - (2 * (220 - (aside?.x ?? 0))) / 210, 6);
  });

  test("stops at the outline of what is no rectangle", () => {
    const ellipse = fixture("ellipse", { id: "rect", x: 200, y: 60, w: 40, h: 100 });
    const [, end] = ends(boundArrow(board(ellipse, fromLeft), fromLeft));
    expect(near(end)).toEqual([193, 110]);
    const above = { ...fromLeft, y: 70 };
    const [, slanting] = ends(boundArrow(board(ellipse, above), { ...above, end: { id: "rect", x: 0.5, y: 0.1 } }));
    // The ellipse is far narrower there than its box.
    expect(slanting?.x).toBeGreaterThan(200);
    const diamond = fixture("geo", { id: "rect", x: 200, y: 60, w: 40, h: 100 });
    const [, onSide] = ends(boundArrow(board(diamond, above), { ...above, end: { id: "rect", x: 0.5, y: 0.1 } }));
    expect(onSide?.x).toBeGreaterThan(205);
  });

  test("lies at its place itself where the arrow begins inside of the shape, and where two shapes leave no way between them", () => {
    const inside = { ...fromLeft, x: 205 };
    expect(near(ends(boundArrow(board(rect, inside), inside))[1])).toEqual([220, 110]);
    const other = fixture("rect", { id: "other", x: 210, y: 100, w: 40, h: 20 });
    const both = { ...fromLeft, start: { id: "other", x: 0.5, y: 0.5 } };
    expect(ends(boundArrow(board(rect, other, both), both)).map(near)).toEqual([
      [230, 110],
      [220, 110],
    ]);
  });

  test("of two, each is seen from the other, and drawn once more the arrow is as it was", () => {
    const other = fixture("rect", { id: "other", x: 0, y: 100, w: 40, h: 20, size: "xl" });
    const both = { ...fromLeft, start: { id: "other", x: 0.5, y: 0.5 } };
    const shapes = board(rect, other, both);
    const drawn = boundArrow(shapes, both);
    expect(ends(drawn).map(near)).toEqual([
      [51, 110],
      [193, 110],
    ]);
    expect(boundArrow(shapes, drawn)).toEqual(drawn);
  });
});

test("an arrow bound to a shape that is gone is drawn at its vertices, and hangs on it again when it is back", () => {
  const arrow = fixture("arrow", {
    x: 0,
    y: 105,
    vertices: [0, 0, 10, 0],
    start: { id: "rect", x: 0, y: 0.25 },
    end: { id: "nobody", x: 1, y: 1 },
  });
  const without = board(arrow);
  expect(END_NAMES.map((end) => boundTo(without, arrow, end))).toEqual([undefined, undefined]);
  expect(boundArrow(without, arrow)).toBe(arrow);
  const back = board(arrow, rect);
  expect(END_NAMES.map((end) => boundTo(back, arrow, end))).toEqual([rect, undefined]);
  expect(near(ends(boundArrow(back, arrow))[0])).toEqual([193, 105]);
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
