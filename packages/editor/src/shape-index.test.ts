import { type BoardStore, drawnStore } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { ShapeIndex } from "./shape-index.ts";

/** A board that comes in part by part, and how many shapes the index has looked at. */
function setUp() {
  const board = new Map<ShapeId, Shape>();
  let looked = 0;
  const view: BoardStore["view"] = {
    get(id) {
      looked += 1;
      return board.get(id);
    },
    entry: () => undefined,
    record: () => undefined,
    shapes: () => board.values(),
    get size() {
      return board.size;
    },
  };
  const never = () => () => undefined;
  const rest = {
    client: "test",
    nextN: 1,
    canEdit: true,
    lastLife: () => undefined,
    commit: () => 1,
    onRenumbered: never,
    subscribe: never,
  };
  const index = new ShapeIndex(drawnStore({ view, ...rest }));
  const bring = (count: number): void => {
    const shapes = Array.from({ length: count }, (_, i) => fixture("rect", { id: `r${board.size + i}`, x: board.size + i, y: 0 }));
    for (const shape of shapes) board.set(shape.id, shape);
    index.note({ touched: new Set(shapes.map(({ id }) => id)), origin: "part" });
  };
  const ask = (): { readonly found: number; readonly looked: number } => {
    looked = 0;
    return { found: index.near({ x: -1, y: -1, w: 100_000, h: 1_000 }).length, looked };
  };
  return { bring, ask };
}

test("however much of a board has come in, few shapes are left for the next question", () => {
  const { bring, ask } = setUp();
  ask();
  for (let part = 0; part < 20; part += 1) bring(700);
  const { found, looked } = ask();
  expect(found).toBe(14_000);
  expect(looked).toBeLessThan(1_700);
});

test("what changes little by little is looked at by the next question, once", () => {
  const { bring, ask } = setUp();
  for (let i = 0; i < 10; i += 1) bring(3);
  expect(ask()).toEqual({ found: 30, looked: 30 });
  expect(ask()).toEqual({ found: 30, looked: 0 });
});
