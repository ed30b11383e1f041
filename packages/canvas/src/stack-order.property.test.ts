import { compareShapes, type RectShape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { StackOrder } from "./stack-order.ts";

function rect(id: string, index: string): RectShape {
  return {
    id,
    index,
    kind: "rect",
    ...PLAIN_RECT,
    parent: "page",
    x: 0,
    y: 0,
    w: 1,
    h: 1,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    color: "ink",
    size: "m",
    fill: "none",
    dash: "solid",
  };
}

const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const step = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), id, index: fc.constantFrom("a0", "a1", "a1V", "a2", "a3", "a4") }),
  fc.record({ kind: fc.constant("delete" as const), id }),
);

test("sorts as comparing shapes does, after any changes", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const order = new StackOrder();
      const all = new Map<string, RectShape>();
      for (const one of steps) {
        if (one.kind === "set") {
          const shape = rect(one.id, one.index);
          all.set(one.id, shape);
          order.set(shape);
        } else {
          all.delete(one.id);
          order.delete(one.id);
        }
        const expected = [...all.values()].sort(compareShapes);
        expect(order.sort([...all.values()], (shape) => shape)).toEqual(expected);
      }
    }),
  );
});
