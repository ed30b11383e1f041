import { polylineBounds } from "@inkroom/geometry";
import { describe, expect, it, test } from "vitest";
import { fixture, NO_LABEL } from "../fixtures.ts";
import { hitSegmentShape, hitTestShape } from "../page-space.ts";
import { geoPath, geoPolygon } from "./geometry.ts";
import { FORM_NAMES } from "./schema.ts";

const numbersOf = (path: readonly unknown[]): number[] => path.filter((part) => typeof part === "number");

describe.each(FORM_NAMES)("a %s", (form) => {
  const shape = fixture("geo", { ...NO_LABEL, form, x: 0, y: 0, w: 200, h: 120, fill: "none" });

  it("touches all four sides of its box and leaves it nowhere", () => {
    const { x, y, w, h } = polylineBounds(geoPolygon(shape));
    for (const [value, wanted] of [
      [x, 0],
      [y, 0],
      [w, 200],
      [h, 120],
    ] as const)
      expect(Math.abs(value - wanted)).toBeLessThan(form === "cloud" ? 1.5 : 1e-9);
  });

  it("is hit on its outline, inside only where it is filled, and not in the corners of its box", () => {
    const [x = 0, y = 0] = geoPolygon(shape);
    const middle = { x: 100, y: 60 };
    expect([hitTestShape(shape, { x, y }, 0), hitTestShape(shape, middle, 2)]).toEqual([true, false]);
    for (const fill of ["semi", "solid"] as const) expect(hitTestShape({ ...shape, fill }, middle, 0)).toBe(true);
    expect(hitTestShape({ ...shape, fill: "solid" }, { x: 2, y: 2 }, 0)).toBe(false);
    expect([hitSegmentShape(shape, middle, { x: 101, y: 61 }, 2), hitSegmentShape(shape, middle, { x: 100, y: 400 }, 0)]).toEqual([
      false,
      true,
    ]);
  });
});

test("sharp corners are the corners of the form, rounded ones are cut and never leave its box", () => {
  const sharp = fixture("geo", { corners: "sharp", w: 100, h: 80 });
  expect(geoPath(sharp)).toEqual(["M", 50, 0, "L", 100, 40, "L", 50, 80, "L", 0, 40, "Z"]);
  for (const form of FORM_NAMES) {
    const round = geoPath(fixture("geo", { form, corners: "rounded", w: 100, h: 80 }));
    expect(round.includes("Q")).toBe(form !== "cloud");
    if (form !== "cloud") expect(numbersOf(round).every((value) => value >= 0 && value <= 100)).toBe(true);
  }
});

test("a shape without a size has an outline all the same", () => {
  for (const form of FORM_NAMES) expect(numbersOf(geoPath(fixture("geo", { form, w: 0, h: 0 }))).every(Number.isFinite)).toBe(true);
});
