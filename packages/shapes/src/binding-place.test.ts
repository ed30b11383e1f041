import { expect, test } from "vitest";
import { bindingAt } from "./binding-place.ts";
import { fixture } from "./fixtures.ts";

/** A box of 200 x 100 at (0, 0). */
const box = fixture("rect", { x: 0, y: 0, w: 200, h: 100 });

test("an end near the middle means the shape as a whole, elsewhere its very place", () => {
  expect(bindingAt(box, { x: 110, y: 45 }, 1)).toEqual({ id: "rect", x: 0.5, y: 0.5 });
  expect(bindingAt(box, { x: 150, y: 25 }, 1)).toEqual({ id: "rect", x: 0.75, y: 0.25 });
  const small = fixture("rect", { x: 0, y: 0, w: 20, h: 20 });
  expect(bindingAt(small, { x: 1, y: 10 }, 1)).toMatchObject({ x: 0.05 });
});

test("a place beside the shape is taken for the nearest one on it, a little inside", () => {
  const { x, y } = bindingAt(box, { x: 210, y: 25 }, 1);
  expect([x, y]).toEqual([0.99, expect.closeTo(0.255, 9) as number]);
  const turned = { ...box, rotation: Math.PI / 2 };
  const below = bindingAt(turned, { x: 100, y: 160 }, 1);
  expect(below.x).toBeCloseTo(0.99, 9);
});
