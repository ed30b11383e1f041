import fc from "fast-check";
import { expect, test } from "vitest";
import { boxesIntersect, type Box } from "./box.ts";
import { SpatialIndex } from "./spatial-index.ts";

const box = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  w: fc.integer({ min: 0, max: 40 }),
  h: fc.integer({ min: 0, max: 40 }),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant("set all" as const), boxes: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), box), { maxLength: 12 }) }),
  fc.record({ kind: fc.constant("set" as const), id: fc.integer({ min: 0, max: 20 }), box }),
  fc.record({ kind: fc.constant("delete" as const), id: fc.integer({ min: 0, max: 20 }) }),
);

test("finds what a list of all boxes would find, after any changes", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), box, (steps, wanted) => {
      const index = new SpatialIndex<number, string>();
      const all = new Map<number, readonly [Box, string]>();
      for (const [at, one] of steps.entries()) {
        const value = (id: number): string => `${id} of step ${at}`;
        if (one.kind === "set") {
          index.set(one.id, one.box, value(one.id));
          all.set(one.id, [one.box, value(one.id)]);
        } else if (one.kind === "set all") {
          index.setAll(one.boxes.map(([id, known]) => [id, known, value(id)]));
          for (const [id, known] of one.boxes) all.set(id, [known, value(id)]);
        } else {
          expect(index.delete(one.id)).toBe(all.delete(one.id));
        }
      }
      const expected = [...all.values()].filter(([known]) => boxesIntersect(known, wanted)).map(([, value]) => value);
      expect(index.search(wanted).sort()).toEqual(expected.sort());
      expect(index.meets(wanted)).toBe(expected.length > 0);
      for (const most of [0, 1, expected.length - 1, expected.length])
        expect(index.meetsMoreThan(wanted, most)).toBe(expected.length > most);
      expect(index.size).toBe(all.size);
    }),
  );
});

test("loading replaces everything", () => {
  const index = new SpatialIndex<string, number>();
  index.set("old", { x: 0, y: 0, w: 1, h: 1 }, 1);
  index.load([["new", { x: 0, y: 0, w: 1, h: 1 }, 2]]);
  expect(index.search({ x: 0, y: 0, w: 5, h: 5 })).toEqual([2]);
  expect(index.has("old")).toBe(false);
});
