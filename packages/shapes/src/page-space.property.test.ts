import { boxContainsPoint, expandBox, type Box } from "@inkroom/geometry";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ALL_FIXTURES, fixture } from "./fixtures.ts";
import { compareShapes, hasInk, pageBounds, pageFrameBounds, toLocal, toPage } from "./page-space.ts";
import { shapeKindOf } from "./registry.ts";
import type { Shape } from "./shape.ts";

const INKED = ALL_FIXTURES.filter(hasInk);
const shape = fc
  .tuple(fc.constantFrom(...INKED), fc.double({ min: -7, max: 7, noNaN: true }))
  .map(([one, rotation]): Shape => ({ ...one, rotation }));
const point = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) });
const sides = fc.record({
  x: fc.integer({ min: -200, max: 200 }),
  y: fc.integer({ min: -200, max: 200 }),
  w: fc.integer({ min: 5, max: 400 }),
  h: fc.integer({ min: 5, max: 400 }),
});

/** Texts and notes keep their proportions. */
function isStretched({ kind }: Shape): boolean {
  return kind !== "text" && kind !== "note";
}

function expectClose(a: Box, b: Box): void {
  for (const side of ["x", "y", "w", "h"] as const) expect(a[side]).toBeCloseTo(b[side], 4);
}

test("page and local space are each other's inverse", () => {
  fc.assert(
    fc.property(shape, point, (one, at) => {
      const back = toPage(one, toLocal(one, at));
      expect(back.x).toBeCloseTo(at.x, 6);
      expect(back.y).toBeCloseTo(at.y, 6);
    }),
  );
});

test("what a shape is hit on lies within its bounds", () => {
  fc.assert(
    fc.property(shape, point, (one, offset) => {
      const at = { x: one.x + offset.x, y: one.y + offset.y };
      fc.pre(shapeKindOf(one).hitTest(one, toLocal(one, at), 0));
      expect(boxContainsPoint(expandBox(pageBounds(one), 1e-6), at)).toBe(true);
    }),
  );
});

test("an unturned shape fills the frame it is resized to", () => {
  fc.assert(
    fc.property(fc.constantFrom(...INKED.filter(isStretched)), sides, (one, target) => {
      const resized = { ...one, ...shapeKindOf(one).resize(one, target) } as Shape;
      expectClose(pageFrameBounds(resized), { ...target, x: target.x + one.x, y: target.y + one.y });
    }),
  );
});

test("a turned shape keeps its turn, and its frame's corners lie where the target's did", () => {
  fc.assert(
    fc.property(shape, sides, (one, target) => {
      fc.pre(isStretched(one));
      const resized = { ...one, ...shapeKindOf(one).resize(one, target) } as Shape;
      const frame = shapeKindOf(resized).frame(resized);
      const wanted = toPage(one, target);
      const got = toPage(resized, frame);
      expect(resized.rotation).toBe(one.rotation);
      expect(got.x).toBeCloseTo(wanted.x, 4);
      expect(got.y).toBeCloseTo(wanted.y, 4);
    }),
  );
});

test("resizing to the same frame changes nothing", () => {
  for (const one of INKED) {
    const kind = shapeKindOf(one);
    expect({ ...one, ...kind.resize(one, kind.frame(one)) }).toEqual(one);
  }
});

test("a stroke and a line are mirrored by a negative side, and twice is as before", () => {
  for (const one of [fixture("draw"), fixture("line"), fixture("arrow")]) {
    const kind = shapeKindOf<Shape>(one);
    const { x, y, w, h } = kind.frame(one);
    const mirrored = { ...one, ...kind.resize(one, { x: x + w, y, w: -w, h }) } as Shape;
    expect(mirrored).not.toEqual(one);
    expectClose(pageFrameBounds(mirrored), pageFrameBounds(one));
    const frame = kind.frame(mirrored);
    const twice = { ...mirrored, ...kind.resize(mirrored, { ...frame, x: frame.x + w, w: -w }) } as Shape;
    expectClose(pageFrameBounds(twice), pageFrameBounds(one));
    expect(kind.displayList(twice)).toEqual(kind.displayList(one));
  }
});

test("a line squeezed to nothing can be opened again", () => {
  const line = fixture("line", { vertices: [0, 0, 100, 50] });
  const kind = shapeKindOf(line);
  const flat = { ...line, ...kind.resize(line, { x: 0, y: 0, w: 100, h: 0 }) };
  const open = { ...flat, ...kind.resize(flat, { x: 0, y: 0, w: 100, h: 50 }) };
  expectClose(kind.frame(open), kind.frame(line));
});

test("text keeps its proportions and follows the larger change", () => {
  const text = fixture("text");
  const kind = shapeKindOf(text);
  const { scale, w, h } = kind.resize(text, { x: 0, y: 0, w: text.w * 3, h: text.h });
  expect(scale).toBeCloseTo(3);
  expect((w ?? 0) / (h ?? 1)).toBeCloseTo(text.w / text.h);
  expect(kind.resize(text, { x: 0, y: 0, w: 1, h: 1 }).scale).toBeGreaterThanOrEqual(0.05);
});

test("a resize writes whole property groups, and nothing that may not be set", () => {
  for (const one of INKED) {
    const kind = shapeKindOf(one);
    const written = Object.keys(kind.resize(one, { x: 0, y: 0, w: 50, h: 50 }));
    for (const name of written) expect(kind.settable).toContain(name);
    for (const group of kind.groups) expect(new Set(group.map((name) => written.includes(name))).size).toBe(1);
  }
});

test("shapes are stacked by index, then by id", () => {
  const [a, b, c] = [
    fixture("rect", { index: "a1", id: "z" }),
    fixture("rect", { index: "a1V", id: "a" }),
    fixture("rect", { index: "a1", id: "b" }),
  ];
  expect([a, b, c].sort(compareShapes).map(({ id }) => id)).toEqual(["b", "z", "a"]);
  expect(compareShapes(a, a)).toBe(0);
});
