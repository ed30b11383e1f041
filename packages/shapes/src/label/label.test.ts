import { boxContainsPoint } from "@inkroom/geometry";
import { describe, expect, it, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { FORM_NAMES } from "../geo/schema.ts";
import { hitTestShape, pageBounds } from "../page-space.ts";
import { shapeKindOf } from "../registry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { heightForLabel, lineGap } from "./label-block.ts";
import { slidTo } from "./slid-label.ts";
import { polylineOutside } from "./polyline-outside.ts";

const measure: LineMeasurer = (line, fontSize) => line.length * fontSize * 0.5;
const words = { text: "one two", textW: 70, textH: 25 };

describe("words in a shape", () => {
  it("stand in the middle of it and wrap inside of it", () => {
    const rect = fixture("rect", { ...words, w: 66, h: 100, fill: "none" });
    const list = shapeKindOf(rect).displayList(rect, measure);
    expect(list.at(-1)).toMatchObject({
      kind: "text",
      align: "center",
      lines: [
        { text: "one", x: 33 },
        { text: "two", x: 33 },
      ],
    });
  });

  it("are readable on a solid fill, and of the outline's colour otherwise", () => {
    const shadeOf = (fill: "none" | "semi" | "solid") =>
      shapeKindOf(fixture("ellipse")).textBlock?.(fixture("ellipse", { fill })).paint.shade;
    expect([shadeOf("none"), shadeOf("semi"), shadeOf("solid")]).toEqual(["words", "words", "contrast"]);
  });

  it("are hit, though the shape is hollow", () => {
    const bare = fixture("rect", { x: 0, y: 0, w: 300, h: 200, fill: "none" });
    expect([hitTestShape(bare, { x: 150, y: 100 }, 2), hitTestShape({ ...bare, ...words }, { x: 150, y: 100 }, 2)]).toEqual([false, true]);
  });

  it.each(FORM_NAMES)("of a %s have their place inside of it, which is as high as they need where the shape is", (form) => {
    const h = heightForLabel(fixture("geo", { form }), 25);
    const shape = fixture("geo", { form, ...words, x: 0, y: 0, w: 300, h, fill: "solid" });
    const block = shapeKindOf(shape).textBlock?.(shape);
    expect(block).toBeDefined();
    const { x = 0, y = 0, w = 0 } = block?.box ?? {};
    for (const share of [0.1, 0.5, 0.9])
      expect(hitTestShape({ ...shape, text: "", textW: 0, textH: 0 }, { x: x + w * share, y: y + 12.5 }, 0)).toBe(true);
  });
});

describe("words on a line", () => {
  it("stand half way along it, and the line keeps clear of them", () => {
    const line = fixture("line", { ...words, x: 0, y: 0, vertices: [0, 0, 400, 0] });
    const list = shapeKindOf(line).displayList(line, measure);
    expect(list.map(({ kind }) => kind)).toEqual(["path", "path", "text"]);
    expect(list.slice(0, 2)).toMatchObject([{ path: ["M", 0, 0, "L", 159, 0] }, { path: ["M", 241, 0, "L", 400, 0] }]);
    expect(list[2]).toMatchObject({ lines: [{ x: 200 }] });
  });

  it("are within its bounds and hit, where they are wider than it is", () => {
    const arrow = fixture("arrow", { ...words, x: 0, y: 0, vertices: [0, 0, 10, 10], end: null });
    expect(pageBounds(arrow).w).toBeGreaterThan(70);
    expect(hitTestShape(arrow, { x: -25, y: 5 }, 0)).toBe(true);
    expect(lineGap({ ...arrow, text: "", textW: 0, textH: 0 })).toBeUndefined();
  });

  it("stand where they were put, as a share of its length, whichever way it runs and however long it is", () => {
    const put = { ...words, x: 0, y: 0, labelPosition: 0.25, end: null } as const;
    const middleOf = (vertices: number[], more: object = {}) => {
      const { x, y, w, h } = lineGap(fixture("arrow", { ...put, vertices, ...more })) ?? { x: 0, y: 0, w: 0, h: 0 };
      return [x + w / 2, y + h / 2].map(Math.round);
    };
    expect(middleOf([0, 0, 400, 0])).toEqual([100, 0]);
    expect(middleOf([0, 0, 800, 0])).toEqual([200, 0]);
    expect(middleOf([0, 0, 0, 200, 600, 200])).toEqual([0, 200]);
    expect(middleOf([0, 0, 0, 200, 600, 200], { labelPosition: 0.75 })).toEqual([400, 200]);
    // A closed line has no ends to keep clear of.
    const loop = fixture("line", { ...words, x: 0, y: 0, vertices: [0, 0, 0, 100, 300, 100, 0, 0], labelPosition: 1 });
    expect(lineGap(loop)).toMatchObject({ x: expect.closeTo(-41), w: 82 });
  });

  it("leave room for the heads at both ends, and go to the middle where there is none", () => {
    const put = { ...words, x: 0, y: 0, end: null } as const;
    const at = (length: number, labelPosition: number) => {
      const { x, w } = lineGap(fixture("arrow", { ...put, vertices: [0, 0, length, 0], labelPosition })) ?? { x: 0, w: 0 };
      return [x, x + w].map(Math.round);
    };
    expect(at(400, 0)[0]).toBeGreaterThanOrEqual(22);
    expect(at(400, 1)[1]).toBeLessThanOrEqual(378);
    expect(at(60, 0)).toEqual(at(60, 0.5));
  });

  it("go with a hand along the line, and to its middle within ten pixels of that", () => {
    const line = fixture("line", { ...words, x: 100, y: 50, vertices: [0, 0, 0, 200, 200, 200] });
    expect(slidTo(line, { x: 90, y: 150 }, 1)).toBe(0.25);
    expect(slidTo(line, { x: 190, y: 300 }, 1)).toBe(0.725);
    expect(slidTo(line, { x: 900, y: 900 }, 1)).toBe(1);
    expect([9, 11].map((off) => slidTo(line, { x: 100 + off, y: 260 }, 1))).toEqual([0.5, 0.5275]);
    expect([4, 6].map((off) => slidTo(line, { x: 100 + off, y: 260 }, 2))).toEqual([0.5, 0.515]);
    expect(slidTo({ ...line, vertices: [0, 0, 0, 0] }, { x: 0, y: 0 }, 1)).toBe(0.5);
  });
});

test("what is left of a chain outside of a box meets it at its edge and never enters it", () => {
  const box = { x: 10, y: -5, w: 20, h: 10 };
  expect(polylineOutside([0, 0, 40, 0], box)).toEqual([
    [0, 0, 10, 0],
    [30, 0, 40, 0],
  ]);
  expect(polylineOutside([0, 0, 20, 0, 20, 40], box)).toEqual([
    [0, 0, 10, 0],
    [20, 5, 20, 40],
  ]);
  expect(polylineOutside([0, 20, 40, 20], box)).toEqual([[0, 20, 40, 20]]);
  expect(polylineOutside([12, 0, 28, 0], box)).toEqual([]);
  const inner = { x: 10.01, y: -4.99, w: 19.98, h: 9.98 };
  for (const piece of polylineOutside([0, -20, 25, 30, 40, -30], box))
    for (let i = 0; i + 1 < piece.length; i += 2) expect(boxContainsPoint(inner, { x: piece[i] ?? 0, y: piece[i + 1] ?? 0 })).toBe(false);
});

test("the words of a box keep to the side that they were given, and are hit there", () => {
  const label = { text: "words", textW: 50, textH: 25, w: 200, h: 100, fill: "none" } as const;
  for (const [align, x] of [
    ["left", 30],
    ["center", 100],
    ["right", 170],
  ] as const) {
    const shape = fixture("rect", { ...label, align });
    const [item] = shapeKindOf(shape)
      .displayList(shape)
      .filter(({ kind }) => kind === "text");
    expect(item).toMatchObject({ align });
    expect([30, 100, 170].filter((at) => shapeKindOf(shape).hitTest(shape, { x: at, y: 50 }, 0))).toEqual([x]);
  }
});
