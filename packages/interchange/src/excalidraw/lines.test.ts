import { type ArrowShape, boundArrow, encodePoints, HEAD_NAMES, isFilled, routedElbow, type Shape } from "@inkroom/shapes";
import { fixture, NO_LABEL } from "@inkroom/shapes/testing";
import { describe, expect, test } from "vitest";
import { readExcalidraw } from "./read.ts";
import { writeExcalidraw } from "./write.ts";

const measure = () => ({ w: 10, h: 10 });
/** Arrows as they are seen. */
const seen = (shapes: readonly Shape[]): readonly Shape[] => {
  const board = new Map(shapes.map((shape) => [shape.id, shape]));
  const seenArrow = (shape: ArrowShape): Shape => (shape.route === "elbow" ? routedElbow(board, shape) : boundArrow(board, shape));
  return shapes.map((shape) => (shape.kind === "arrow" ? seenArrow(shape) : shape));
};
const written = (shapes: readonly Shape[]) => writeExcalidraw(seen(shapes), { source: "", newSeed: () => 1, now: 0 });
const elementsOf = (shapes: readonly Shape[]) =>
  (JSON.parse(written(shapes)) as { readonly elements: readonly Record<string, unknown>[] }).elements;

function read(text: string) {
  const reading = readExcalidraw(text, { measure, readPicture: () => undefined });
  if (reading.kind !== "drawing") throw new Error("refused");
  return reading;
}

const fileOf = (...elements: readonly object[]): string => JSON.stringify({ type: "excalidraw", elements });
const arrow = fixture("arrow", { ...NO_LABEL, x: 0, y: 0, vertices: [0, 0, 80, 0, 120, 60], dash: "solid", end: null });

test("every head comes back, but for the open one, which is Excalidraw's plain arrow", () => {
  const { shapes, losses } = read(written(HEAD_NAMES.map((head) => ({ ...arrow, id: head, startHead: head, endHead: "none" as const }))));
  expect(shapes.map((shape) => (shape.kind === "arrow" ? shape.startHead : ""))).toEqual(
    HEAD_NAMES.map((head) => (head === "open" ? "arrow" : head)),
  );
  expect(losses.size).toBe(0);
});

test("heads of older files have their names of today, and one that nobody knows is told", () => {
  const { shapes, losses } = read(
    fileOf(
      {
        type: "arrow",
        points: [
          [0, 0],
          [9, 9],
        ],
        startArrowhead: "dot",
        endArrowhead: "crowfoot_one_or_many",
      },
      {
        type: "arrow",
        points: [
          [0, 0],
          [9, 9],
        ],
        endArrowhead: "feather",
      },
    ),
  );
  expect(shapes).toMatchObject([{ startHead: "dot", endHead: "one-or-many" }, { endHead: "arrow" }]);
  expect(losses.get("head")).toBe(1);
});

test("curves are curves on both sides, and lines that come back to their beginning closed and filled", () => {
  const curve = { ...arrow, route: "curved" as const };
  const loop = fixture("line", { vertices: [0, 0, 100, 0, 50, 80, 0, 0], dash: "solid", fill: "solid", color: "red", route: "curved" });
  const [first, second] = elementsOf([curve, loop]);
  expect([first?.["roundness"], second?.["roundness"], second?.["polygon"]]).toEqual([{ type: 2 }, { type: 2 }, true]);
  const { shapes, losses } = read(written([curve, loop]));
  expect(shapes).toMatchObject([{ route: "curved" }, { route: "curved", fill: "solid", color: "red", vertices: loop.vertices }]);
  expect(losses.size).toBe(0);
  // As it was let go of by a hand, near to its beginning.
  const nearly = {
    type: "line",
    backgroundColor: "#ffc9c9",
    strokeColor: "#e03131",
    points: [
      [0, 0],
      [100, 0],
      [50, 80],
      [3, 4],
    ],
  };
  expect(read(fileOf(nearly)).shapes).toMatchObject([
    { fill: "solid", fillColor: "#ffc9c9", color: "#e03131", vertices: [0, 0, 100, 0, 50, 80, 0, 0] },
  ]);
});

test("an elbow names the places that it ends at, and hangs on the same ones when it is back", () => {
  const a = fixture("rect", { id: "a", x: 0, y: 0, w: 100, h: 100 });
  const b = fixture("rect", { id: "b", x: 400, y: 200, w: 100, h: 100 });
  const elbow = { ...arrow, route: "elbow" as const, start: { id: "a", x: 0.9, y: 0.5 }, end: { id: "b", x: 0.1, y: 0.5 } };
  const element = elementsOf([a, b, elbow])[2];
  expect(element).toMatchObject({ elbowed: true, fixedSegments: null, roundness: null });
  expect(element?.["points"]).toHaveLength(4);
  expect(element).toMatchObject({
    startBinding: { elementId: "a", fixedPoint: [1.07, 0.5] },
    endBinding: { elementId: "b", fixedPoint: [-0.07, 0.5] },
  });
  const back = read(written([a, b, elbow])).shapes[2];
  expect(back).toMatchObject({ kind: "arrow", route: "elbow", start: { x: 1, y: 0.5 }, end: { x: 0, y: 0.5 } });
});

test("segments of an elbow that were put somewhere are so in Excalidraw, and when they are back", () => {
  const a = fixture("rect", { id: "a", x: 0, y: 0, w: 100, h: 100 });
  const b = fixture("rect", { id: "b", x: 400, y: 200, w: 100, h: 100 });
  const ends = { start: { id: "a", x: 1, y: 0.5 }, end: { id: "b", x: 0, y: 0.5 } };
  const pins = { axis: "x" as const, at: [150, 120, 300], fixed: [true, false, true] };
  const shapes = [a, b, { ...arrow, ...ends, route: "elbow" as const, pins }];
  const element = elementsOf(shapes)[2];
  expect(element?.["points"]).toHaveLength(6);
  // Of the one between it says nothing: it runs there anyway.
  expect(element?.["fixedSegments"]).toEqual([
    { index: 2, start: [43, 0], end: [43, 70] },
    { index: 4, start: [193, 70], end: [193, 200] },
  ]);
  const { x, y, pins: back } = read(written(shapes)).shapes[2] as ArrowShape;
  expect([back?.axis, back?.fixed]).toEqual(["x", [true, false, true]]);
  expect(back?.at.map((at, i) => at + (i === 1 ? y : x))).toEqual([150, 120, 300]);
});

test.each([
  ["that are not there", [{ index: 9 }, { index: -1 }, { index: 0 }]],
  ["that are none", [{ index: 1.5 }]],
  ["of which two run alike", [{ index: 1 }, { index: 3 }]],
  ["that are a word", "all"],
])("of segments %s, an elbow keeps none", (_name, fixedSegments) => {
  const points = [
    [0, 0],
    [50, 0],
    [90, 10],
    [90, 90],
  ];
  const { shapes } = read(fileOf({ id: "e", type: "arrow", elbowed: true, x: 0, y: 0, points, fixedSegments }));
  expect(shapes).toMatchObject([{ kind: "arrow", route: "elbow", pins: null }]);
});

test("an end hangs on the place that is named, and on the middle where that is almost it", () => {
  const box = { id: "box", type: "rectangle", x: 0, y: 0, width: 100, height: 100 };
  const bound = (id: string, fixedPoint: readonly number[]): object => ({
    id,
    type: "arrow",
    x: -100,
    y: 50,
    points: [
      [0, 0],
      [95, 0],
    ],
    endBinding: { elementId: "box", fixedPoint, mode: "orbit" },
  });
  const { shapes } = read(fileOf(box, bound("one", [0.5001, 0.4999]), bound("two", [1.04, 0.25])));
  expect(shapes.slice(1)).toMatchObject([{ end: { x: 0.5, y: 0.5 } }, { end: { x: 1, y: 0.25 } }]);
});

describe("a stroke that has closed itself", () => {
  const format = { quantum: 0.25, pressure: true };
  const ring = (gap: number, quantum = 0.25) => {
    const around = [...Array.from({ length: 40 }, (_, i) => [50 - 50 * Math.cos(i / 6.5), 50 * Math.sin(i / 6.5)]), [0, -gap]];
    const points = around.map(([x = 0, y = 0]) => ({ x, y, p: 100 }));
    const look = { fill: "semi", fillColor: "blue", quantum } as const;
    return fixture("draw", { ...format, ...look, points: encodePoints(points, { ...format, quantum }), count: points.length });
  };

  test("is filled there, and when it is back", () => {
    const [element] = elementsOf([ring(6)]);
    expect(element).toMatchObject({ type: "freedraw", backgroundColor: expect.stringMatching(/^#/), fillStyle: "solid" });
    expect(element?.["points"]).toHaveLength(41);
    const [back] = read(written([ring(6)])).shapes;
    expect(back).toMatchObject({ kind: "draw", fill: "semi", fillColor: "blue", count: 41 });
    expect(back && isFilled(back)).toBe(true);
  });

  test("goes all the way back to its start where Excalidraw would not fill it", () => {
    const [element] = elementsOf([ring(20, 1)]);
    const points = element?.["points"];
    expect(points).toHaveLength(42);
    expect(Array.isArray(points) && points.at(-1)).toEqual([0, 0]);
    expect(element?.["pressures"]).toHaveLength(42);
  });

  test("is filled as it was in Excalidraw, where its ends are as near as they have to be there", () => {
    const drawn = (gap: number) => ({
      type: "freedraw",
      strokeColor: "#e03131",
      backgroundColor: "#ffc9c9",
      fillStyle: "hachure",
      simulatePressure: true,
      points: [
        [0, 0],
        [100, 0],
        [50, 80],
        [0, gap],
      ],
    });
    const { shapes } = read(fileOf(drawn(7), drawn(12)));
    expect(shapes).toMatchObject([7, 12].map(() => ({ color: "#e03131", fill: "hachure", fillColor: "#ffc9c9" })));
    expect(shapes.map(isFilled)).toEqual([true, false]);
  });
});
