import { anyShape } from "@inkroom/model/testing";
import { compareShapes, PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";
import { ALL_FIXTURES } from "@inkroom/shapes/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBoardFile } from "./read.ts";
import { writeBoardFile } from "./write.ts";

const read = (text: string): readonly Shape[] => {
  const reading = readBoardFile(text);
  if (reading.kind !== "board") throw new Error(`refused: ${reading.reason}`);
  expect(reading.unreadable).toBe(0);
  return reading.shapes;
};
/** Order is said by the place in the list, and what leads out of the file is cut: neither is a property to compare. */
const comparable = (shapes: readonly Shape[]): readonly object[] =>
  [...shapes]
    .sort(compareShapes)
    .map((shape) => ({ ...shape, index: "", parent: "", ...(shape.kind === "arrow" ? { start: null, end: null } : {}) }));

/** A paper is said in the head of a file. */
const anyThing = anyShape.filter(({ kind }) => kind !== "paper");
const THINGS = ALL_FIXTURES.filter(({ kind }) => kind !== "paper");

test("any shapes come out of a file as they went in, in their order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyThing, { selector: ({ id }) => id, maxLength: 6 }), (shapes) => {
      const back = read(writeBoardFile(shapes));
      const unbound = shapes.map((shape) => (shape.kind === "arrow" ? { ...shape, start: null, end: null } : shape));
      expect(comparable(back.map((shape) => ({ ...shape })))).toEqual(comparable(read(writeBoardFile(unbound))));
      expect(comparable(back)).toEqual(comparable(unbound));
      expect(writeBoardFile(back)).toBe(writeBoardFile(read(writeBoardFile(back))));
    }),
  );
});

test("every kind there is comes out of a file as it went in, bindings and all", () => {
  const shapes = THINGS.map((shape, at) => ({ ...shape, index: `a${String(at).padStart(2, "0")}` }));
  expect(read(writeBoardFile(shapes)).map((shape) => ({ ...shape, index: "" }))).toEqual(shapes.map((shape) => ({ ...shape, index: "" })));
});

test("whatever parents a file names, every chain of parents that is read ends on the page", () => {
  const id = fc.integer({ min: 0, max: 7 }).map((n) => `s${n}`);
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ id, parent: fc.oneof(id, fc.constant(PAGE_ID)) }), { selector: (each) => each.id }), (links) => {
      const records = links.map((link) => ({ ...ALL_FIXTURES.find(({ kind }) => kind === "rect"), ...link }));
      const reading = readBoardFile(JSON.stringify({ type: "inkroom/board", version: 1, shapes: records }));
      if (reading.kind !== "board") throw new Error("refused");
      const shapes = new Map<ShapeId, Shape>(reading.shapes.map((shape) => [shape.id, shape]));
      for (const shape of shapes.values()) {
        let steps = 0;
        for (let at = shape.parent; at !== PAGE_ID; at = shapes.get(at)?.parent ?? "nowhere") expect((steps += 1)).toBeLessThan(9);
      }
      // Only what has to be cut is cut.
      const whole = links.filter(({ id: each, parent }) => parent !== each && (parent === PAGE_ID || shapes.has(parent)));
      expect([...shapes.values()].filter(({ parent }) => parent !== PAGE_ID).length).toBeGreaterThanOrEqual(
        whole.filter(({ parent }) => parent !== PAGE_ID).length - Math.floor(links.length / 2),
      );
    }),
  );
});

test("any text is read or refused, never thrown at", () => {
  const file = writeBoardFile(ALL_FIXTURES);
  const cut = fc
    .tuple(fc.nat(file.length), fc.nat(40), fc.string())
    .map(([at, length, put]) => file.slice(0, at) + put + file.slice(at + length));
  fc.assert(fc.property(fc.oneof(cut, fc.json(), fc.string()), (text) => ["board", "refused"].includes(readBoardFile(text).kind)));
});
