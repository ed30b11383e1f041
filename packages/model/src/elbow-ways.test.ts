import { type ArrowShape, pageFrameBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnStore } from "./drawn-store.ts";
import type { Op } from "./ops/op.ts";
import { storeOf } from "./testing/plain-store.ts";

const box = (id: string, x: number, y: number, more: object = {}) => fixture("rect", { id, x, y, w: 100, h: 100, rotation: 0, ...more });
const elbow = (id: string, start: string, end: string) =>
  fixture("arrow", {
    id,
    x: 0,
    y: 0,
    rotation: 0,
    vertices: [0, 0, 1, 0],
    route: "elbow",
    start: { id: start, x: 0.5, y: 0.5 },
    end: { id: end, x: 0.5, y: 0.5 },
  });
const [a, b, arrow] = [box("a", 0, 0), box("b", 600, 0), elbow("arrow", "a", "b")];
/** With the code for elbows there, as it is soon after the first one is seen. */
async function drawnWith(...shapes: readonly Shape[]) {
  const store = storeOf(...shapes);
  const drawn = drawnStore(store);
  await drawn.loadElbows();
  return { store, drawn, view: drawn.view };
}
const corners = (shape: Shape | undefined): number => ((shape as ArrowShape | undefined)?.vertices.length ?? NaN) / 2;
const place = (id: string, x: number, y: number): Op => ({ op: "set", id, props: { x, y, rotation: 0 } });

describe("an elbow", () => {
  test("goes round what is put in its way, and whoever listens hears of it then and when it is gone, and not of what lies beside", async () => {
    const { store, drawn, view } = await drawnWith(a, b, arrow);
    expect(corners(view.get("arrow"))).toBe(2);
    const heard: ShapeId[][] = [];
    drawn.subscribe(({ touched }) => heard.push([...touched].sort()));
    const then = (...ops: readonly Op[]): number => {
      store.commit(ops);
      return corners(view.get("arrow"));
    };
    expect(then({ op: "add", shape: box("c", 300, 0) })).toBe(4);
    expect(then(place("c", 300, 400))).toBe(2);
    expect(then(place("c", 300, 500))).toBe(2);
    expect(then(place("c", 300, 20))).toBe(4);
    expect(then({ op: "del", ids: ["c"] })).toBe(2);
    expect(heard).toEqual([["arrow", "c"], ["arrow", "c"], ["c"], ["arrow", "c"], ["arrow", "c"]]);
  });

  test("has one corner until the code that finds its way has come, and is told of then", async () => {
    const store = storeOf(a, { ...b, y: 300 }, arrow, fixture("rect", { id: "d" }));
    const drawn = drawnStore(store);
    const heard: unknown[] = [];
    drawn.subscribe((change) => heard.push([...change.touched, change.origin]));
    // The first look asks for the code.
    expect(corners(drawn.view.get("arrow"))).toBe(3);
    await expect.poll(() => heard).toEqual([["arrow", "part"]]);
    store.commit([place("b", 600, 0)]);
    expect(corners(drawn.view.get("arrow"))).toBe(2);
  });

  test.each([
    ["ink", fixture("draw", { id: "c", x: 340, y: 0 })],
    ["a line", fixture("line", { id: "c", x: 350, y: 0, vertices: [0, 0, 0, 100] })],
    ["a frame", fixture("frame", { id: "c", x: 300, y: 0, w: 100, h: 100 })],
    ["what both of its shapes lie in", box("c", -50, -50, { w: 800, h: 200 })],
    ["what lies on one of its shapes", box("c", 90, 20, { w: 60, h: 60 })],
  ])("runs over %s", async (_name, shape) => {
    const { view } = await drawnWith(a, b, arrow, shape);
    expect(corners(view.get("arrow"))).toBe(2);
  });

  test.each([
    ["a text", fixture("text", { id: "c", x: 300, y: 0, w: 100, h: 100 })],
    ["a note", fixture("note", { id: "c", x: 300, y: 0, w: 100, h: 100 })],
    ["a picture", fixture("image", { id: "c", x: 300, y: 0, w: 100, h: 100 })],
    ["an ellipse that is locked", fixture("ellipse", { id: "c", x: 300, y: 0, w: 100, h: 100, locked: true })],
  ])("goes round %s", async (_name, shape) => {
    const { view } = await drawnWith(a, b, arrow, { ...shape, rotation: 0 });
    expect(corners(view.get("arrow"))).toBe(4);
  });

  test("is seen to go round what is dragged over it, or let go of it, before that is on the board", async () => {
    const { view } = await drawnWith(a, b, arrow, box("c", 300, 400), box("far", 0, 900));
    expect(corners(view.get("arrow"))).toBe(2);
    const ahead = view.ahead(new Map([["c", box("c", 300, 0)]]));
    expect([...ahead.keys()]).toEqual(["c", "arrow"]);
    expect(corners(ahead.get("arrow"))).toBe(4);
    expect(view.ahead(new Map([["far", box("far", 10, 900)]])).size).toBe(1);
    // One that is being pulled out is as one that is on the board.
    const without = await drawnWith(a, b, box("c", 300, 0));
    expect(corners(without.view.ahead(new Map([["arrow", arrow]])).get("arrow"))).toBe(4);
  });

  test("costs nothing when ink is moved on a large board, and looks at what is near it only when a shape is", async () => {
    const strokes = Array.from({ length: 5000 }, (_, i) => fixture("draw", { id: `s${i}`, x: i % 700, y: i % 50 }));
    const boxes = Array.from({ length: 1000 }, (_, i) => box(`far${i}`, i * 200, 2000));
    const store = storeOf(a, b, arrow, box("c", 300, 400), ...strokes, ...boxes);
    let [walks, reads] = [0, 0];
    const counted = {
      ...store,
      view: {
        get: (id: ShapeId) => ((reads += 1), store.view.get(id)),
        entry: (id: ShapeId) => store.view.entry(id),
        record: (id: ShapeId) => store.view.record(id),
        shapes: () => ((walks += 1), store.view.shapes()),
        size: store.view.size,
      },
    };
    const drawn = drawnStore(counted);
    await drawn.loadElbows();
    const { view } = drawn;
    expect(corners(view.get("arrow"))).toBe(2);
    const costs = (...ops: readonly Op[]): readonly [walks: number, reads: number] => {
      [walks, reads] = [0, 0];
      store.commit(ops);
      view.get("arrow");
      return [walks, reads];
    };
    // The first change is what makes others read what hangs on what, and lies in what.
    costs(place("s0", 350, 20));
    // The look at each touched shape, and at what the arrow hangs on: not at the board.
    for (const id of ["s1", "s2"]) {
      const [round, looked] = costs(place(id, 350, 20));
      expect([round, looked < 12]).toEqual([0, true]);
    }
    const [round, looked] = costs(place("c", 300, 0));
    expect([round, looked < 24, corners(view.get("arrow"))]).toEqual([0, true, 4]);
  });
});

const ids = ["a", "b", "c", "d", "e"] as const;
const spot = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 8 })).map(([x, y]) => [x * 50, y * 50] as const);
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...ids), spot).map(([id, [x, y]]): Op => place(id, x, y)) },
  fc.constantFrom(...ids).map((id): Op => ({ op: "del", ids: [id] })),
  fc.constantFrom(...ids).map((id): Op => ({ op: "restore", shape: box(id, 250, 100) })),
  fc
    .tuple(fc.constantFrom("one", "two"), fc.constantFrom("sharp", "elbow"))
    .map(([id, route]): Op => ({ op: "set", id, props: { route } })),
);

test("after any history every elbow is where whoever opens the board sees it, and whoever listens has heard of each that moved", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 25 }), async (edits) => {
      const start: readonly Shape[] = [
        ...ids.map((id, i) => box(id, i * 150, (i % 2) * 150, { w: 80, h: 80 })),
        elbow("one", "a", "b"),
        elbow("two", "c", "d"),
      ];
      const { store, drawn } = await drawnWith(...start);
      const seen = new Map<ShapeId, Shape | undefined>();
      const stale = new Set<ShapeId>(["one", "two"]);
      drawn.subscribe(({ touched }) => touched.forEach((id) => stale.add(id)));
      for (const [op, isRead] of edits) {
        store.commit([op]);
        // Who draws may be behind by some changes, and reads only what it was told of.
        if (!isRead) continue;
        for (const id of ["one", "two"]) if (stale.delete(id)) seen.set(id, drawn.view.get(id));
        const fresh = await drawnWith(...store.view.shapes());
        for (const id of ["one", "two"]) expect(seen.get(id)).toEqual(fresh.view.get(id));
      }
    }),
    { numRuns: 300 },
  );
});

test("what the arrows of a board are drawn round does not lie under them, in the boxes of any rotation", async () => {
  const turned = box("c", 300, 0, { rotation: Math.PI / 4 });
  const { view } = await drawnWith(a, b, arrow, turned);
  const way = view.get("arrow") as ArrowShape;
  const { y, h } = pageFrameBounds(turned);
  const heights = way.vertices.filter((_, i) => i % 2 === 1).map((at) => at + way.y);
  expect(heights.some((at) => at < y || at > y + h)).toBe(true);
});
