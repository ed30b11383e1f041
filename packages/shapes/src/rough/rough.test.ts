// Shapes drawn by hand and filled with patterns: the same on every machine, and within the bounds that tiles go by.
import { type Box, boxContainsPoint, expandBox, isInPolygon } from "@inkroom/geometry";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DisplayList, PathItem } from "../display-list.ts";
import { fixture } from "../fixtures.ts";
import { shapeKindOf } from "../registry.ts";
import type { Shape } from "../shape.ts";
import { DASH_NAMES, FILL_NAMES, ROUGHNESS_NAMES, SIZE_NAMES } from "../style.ts";
import { patternPath } from "./pattern.ts";
import { seededRandom } from "./seeded-random.ts";

const listOf = (shape: Shape): DisplayList => shapeKindOf(shape).displayList(shape);
const pathsOf = (shape: Shape): readonly PathItem[] => listOf(shape).filter((item) => item.kind === "path");

/** All numbers of a path as points: ends of its pieces and what pulls at them. */
function pointsOf({ path }: PathItem): readonly { readonly x: number; readonly y: number }[] {
  const numbers = path.filter((part) => typeof part === "number");
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[2 * i] ?? 0, y: numbers[2 * i + 1] ?? 0 }));
}

const size = fc.double({ min: 0, max: 4_000, noNaN: true });
const style = fc.record({
  id: fc.string({ unit: fc.constantFrom("a", "b", "C", "0", "-"), minLength: 1, maxLength: 8 }),
  roughness: fc.constantFrom(...ROUGHNESS_NAMES),
  size: fc.constantFrom(...SIZE_NAMES),
  dash: fc.constantFrom(...DASH_NAMES),
});
const box = fc.record({ w: size, h: size, fill: fc.constantFrom(...FILL_NAMES) });
const corners = fc.constantFrom("rounded" as const, "sharp" as const);
const shapes: fc.Arbitrary<Shape> = fc.oneof(
  fc.tuple(style, box, corners).map(([look, frame, round]) => fixture("rect", { ...look, ...frame, corners: round })),
  fc.tuple(style, box).map(([look, frame]) => fixture("ellipse", { ...look, ...frame })),
  fc
    .tuple(style, box, corners, fc.constantFrom("star" as const, "cloud" as const))
    .map(([look, frame, round, form]) => fixture("geo", { ...look, ...frame, corners: round, form, text: "" })),
  fc.tuple(style, size, size).map(([look, x, y]) => fixture("line", { ...look, vertices: [0, 0, x, y, 2 * x, 0] })),
  fc.tuple(style, size, size).map(([look, x, y]) => fixture("arrow", { ...look, vertices: [0, 0, x, y], text: "", textW: 0, textH: 0 })),
);

describe("a line drawn by hand", () => {
  test("lies within the bounds of its shape, whatever the shape and the hand", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const bounds: Box = expandBox(shapeKindOf(shape).localBounds(shape), 1e-6);
        // Curves of forms may bulge less far than their control points lie; those of a cloud lie outside of its box.
        if (shape.kind === "geo" && shape.form === "cloud") return;
        for (const item of pathsOf(shape)) for (const point of pointsOf(item)) expect(boxContainsPoint(bounds, point)).toBe(true);
      }),
    );
  });

  test("is the same whenever it is drawn, and another one for another shape", () => {
    const one = fixture("rect", { id: "one", roughness: "much", fill: "hachure" });
    expect(listOf({ ...one })).toEqual(listOf(one));
    expect(listOf({ ...one, x: 900, y: 900 })).toEqual(listOf(one));
    expect(listOf({ ...one, id: "two" })).not.toEqual(listOf(one));
  });

  test("is drawn twice, and once where it has gaps", () => {
    const starts = (shape: Shape) =>
      pathsOf(shape)
        .at(-1)
        ?.path.filter((part) => part === "M").length;
    const rect = fixture("rect", { corners: "rounded", roughness: "little" });
    expect(starts(rect)).toBe(2);
    expect(starts({ ...rect, dash: "dashed" })).toBe(1);
    expect(starts({ ...rect, corners: "sharp" }), "the hand is lifted at each corner").toBe(8);
    expect(starts({ ...rect, roughness: "none" })).toBe(1);
  });

  test("of a form goes once around it where there is one line", () => {
    const [item] = pathsOf(fixture("ellipse", { roughness: "much", dash: "dotted", w: 300, h: 200 }));
    const points = item === undefined ? [] : pointsOf(item);
    expect(points).toHaveLength(13);
    const [first, last] = [points[0], points.at(-1)];
    expect(Math.hypot((first?.x ?? 0) - (last?.x ?? 0), (first?.y ?? 0) - (last?.y ?? 0))).toBeLessThan(12);
  });

  test("is off further in haste", () => {
    const offOf = (roughness: "little" | "much") => {
      const offs = Array.from({ length: 40 }, (_, i) => {
        const [item] = pathsOf(fixture("line", { id: `line-${i}`, roughness, vertices: [0, 0, 400, 0], dash: "dashed" }));
        return Math.max(...(item === undefined ? [] : pointsOf(item)).map(({ y }) => Math.abs(y)));
      });
      return offs.reduce((sum, off) => sum + off, 0) / offs.length;
    };
    expect(offOf("little")).toBeGreaterThan(0.5);
    expect(offOf("much")).toBeGreaterThan(1.5 * offOf("little"));
  });
});

describe("a pattern", () => {
  const square = [0, 0, 200, 0, 200, 200, 0, 200];
  /** One inside, and one that reaches out of it. */
  const holes = [
    [60, 60, 140, 60, 140, 140, 60, 140],
    [100, 100, 400, 100, 400, 140, 100, 140],
  ];

  test.each(["hachure", "cross-hatch", "dots"] as const)("of %s fills what is inside, and leaves free what is to be", (pattern) => {
    for (const hole of holes) {
      const path = patternPath(pattern, { outline: square, hole }, 10);
      const points = pointsOf({ kind: "path", path });
      expect(points.length).toBeGreaterThan(50);
      for (let i = 0; i + 1 < points.length; i += 2) {
        const [from, to] = [points[i], points[i + 1]] as const;
        const middle = { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 };
        expect(isInPolygon(middle, square), `${pattern} ${JSON.stringify(middle)}`).toBe(true);
        expect(isInPolygon(middle, hole)).toBe(false);
      }
    }
  });

  test("keeps the place of words free", () => {
    const words = { x: 20, y: 27.5, w: 80, h: 25 };
    const shape = fixture("rect", { fill: "cross-hatch", text: "some words", textW: words.w, textH: words.h });
    const crossing = pathsOf(shape)[0];
    for (const point of crossing === undefined ? [] : pointsOf(crossing)) expect(boxContainsPoint(words, point)).toBe(false);
    const bare = pathsOf({ ...shape, textW: 0, textH: 0 })[0];
    expect(bare?.path.length).toBeLessThan(crossing?.path.length ?? 0);
  });

  test("stays where it is when the shape is pulled larger", () => {
    const lines = (polygon: readonly number[]) => new Set(rowsOf(patternPath("hachure", { outline: polygon }, 10)));
    const small = lines([0, 0, 100, 0, 100, 100, 0, 100]);
    const large = lines([0, 0, 200, 0, 200, 200, 0, 200]);
    expect(small.size).toBeGreaterThan(8);
    for (const row of small) expect(large.has(row)).toBe(true);
  });

  test("of a shape as large as the board is still painted in a moment", () => {
    const huge = [0, 0, 1e6, 0, 1e6, 1e6, 0, 1e6];
    for (const pattern of ["hachure", "cross-hatch", "dots"] as const) {
      const { length } = patternPath(pattern, { outline: huge }, 10);
      expect(length).toBeGreaterThan(100);
      expect(length).toBeLessThan(60_000);
    }
    expect(patternPath("hachure", { outline: [0, 0, 0, 0, 0, 0] }, 10)).toEqual([]);
  });

  /** The rows of lines, by how far they are from the corner. */
  function rowsOf(path: PathItem["path"]): readonly number[] {
    const slope = (41 * Math.PI) / 180;
    return pointsOf({ kind: "path", path }).map(({ x, y }) => Math.round(x * Math.sin(slope) + y * Math.cos(slope)));
  }
});

test("chance is spread evenly, and the same for the same seed", () => {
  const random = seededRandom("a shape");
  const numbers = Array.from({ length: 2_000 }, random);
  expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, seededRandom("a shape")));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const tenths = Array.from({ length: 10 }, (_, i) => numbers.filter((n) => Math.floor(n * 10) === i).length);
  for (const count of tenths) expect(count).toBeGreaterThan(140);
});

test("what shapes drawn by hand look like", async () => {
  const drawn = [
    fixture("rect", { roughness: "little", fill: "hachure" }),
    fixture("ellipse", { roughness: "much", fill: "semi" }),
    fixture("geo", { roughness: "little", fill: "cross-hatch", corners: "sharp", text: "" }),
    fixture("rect", { id: "dotted", fill: "dots", w: 60, h: 40 }),
    fixture("line", { roughness: "little" }),
    fixture("arrow", { roughness: "much" }),
  ];
  const round = (_key: string, value: unknown): unknown => (typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value);
  const lines = drawn.flatMap((shape) => listOf(shape).map((item) => JSON.stringify(item, round)));
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./__golden__/display-lists.txt");
});
