import { pointAt, pointCount } from "@inkroom/geometry";
import { expect, test } from "vitest";
import type { ArrowShape } from "./arrow/schema.ts";
import { drawnLine } from "./drawn-line.ts";
import { fixture } from "./fixtures.ts";
import { toPage } from "./page-space.ts";
import { routedElbow } from "./routed-elbow.ts";
import type { Shape } from "./shape.ts";

const board = (...shapes: readonly Shape[]) => new Map(shapes.map((shape) => [shape.id, shape]));
const a = fixture("rect", { id: "a", x: 0, y: 0, w: 100, h: 100 });
const b = fixture("rect", { id: "b", x: 400, y: 200, w: 100, h: 100 });
const whole = (id: string) => ({ id, x: 0.5, y: 0.5 });
const elbow = fixture("arrow", {
  x: 0,
  y: 0,
  vertices: [0, 0, 9, 9],
  route: "elbow",
  start: whole("a"),
  end: whole("b"),
  text: "",
  textW: 0,
  textH: 0,
});

/** Its corners on the page, rounded. */
function corners(shapes: ReadonlyMap<string, Shape>, arrow: ArrowShape): number[] {
  const drawn = routedElbow(shapes, arrow);
  return Array.from({ length: pointCount(drawn.vertices) }, (_, i) => toPage(drawn, pointAt(drawn.vertices, i))).flatMap(({ x, y }) =>
    [x, y].map(Math.round),
  );
}

test("an elbow runs along the axes from outline to outline", () => {
  expect(corners(board(a, b), elbow)).toEqual([50, 107, 50, 250, 393, 250]);
  const right = { ...elbow, start: { id: "a", x: 0.9, y: 0.5 }, end: { id: "b", x: 0.1, y: 0.5 } };
  expect(corners(board(a, b), right)).toEqual([107, 50, 250, 50, 250, 250, 393, 250]);
});

test("it is straight between shapes that are almost level, and drawn once more as it was", () => {
  const level = board(a, { ...b, y: 10 });
  expect(corners(level, elbow)).toEqual([107, 55, 393, 55]);
  const drawn = routedElbow(board(a, b), elbow);
  expect(routedElbow(board(a, b), drawn)).toEqual(drawn);
});

test("it ends at the outline of what is no rectangle, and round what is turned", () => {
  const ellipse = fixture("ellipse", { id: "b", x: 400, y: 0, w: 100, h: 100 });
  const high = { ...elbow, end: { id: "b", x: 0.1, y: 0.3 } };
  const flat = corners(board(a, ellipse), high);
  // Where the ellipse is at that height, less the gap.
  expect(flat.slice(-2)).toEqual([397, 30]);
  const turned = { ...b, rotation: Math.PI / 4 };
  expect(corners(board(a, turned), elbow).at(-1)).toBe(250);
});

test("without shapes it runs between its first and its last vertex, turned with the arrow", () => {
  const free = { ...elbow, start: null, end: null, vertices: [0, 0, 50, 90, 100, 60] };
  expect(corners(board(), free)).toHaveLength(6);
  expect([corners(board(), free).slice(0, 2), corners(board(), free).slice(-2)]).toEqual([
    [0, 0],
    [100, 60],
  ]);
});

test("its corners are round, and less so where there is no room", () => {
  const line = drawnLine({ ...elbow, vertices: [0, 0, 100, 0, 100, 100] });
  expect([line.slice(0, 4), line.slice(-4)]).toEqual([
    [0, 0, 88, 0],
    [100, 12, 100, 100],
  ]);
  expect(drawnLine({ ...elbow, vertices: [0, 0, 10, 0, 10, 100] }).slice(2, 4)).toEqual([5, 0]);
});
