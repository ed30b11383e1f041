import type { ArrowShape, Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { applyTxn } from "./apply.ts";
import { Board } from "./board.ts";
import type { BoardChange, BoardStore } from "./board-store.ts";
import { drawnStore } from "./drawn-store.ts";
import type { Op } from "./ops/op.ts";

const rect = fixture("rect", { x: 200, y: 100, w: 40, h: 20 });
const arrow = fixture("arrow", { x: 0, y: 110, vertices: [0, 0, 1, 0], start: null, end: { id: "rect", x: 0.5, y: 0.5 } });

function storeOf(...shapes: readonly Shape[]) {
  const board = new Board();
  const listeners = new Set<(change: BoardChange) => void>();
  let n = 0;
  const commit = (ops: readonly Op[]): number => {
    const touched = applyTxn(board, { client: "client-me-01", n: ++n, ops });
    for (const listener of listeners) listener({ touched, origin: "local" });
    return n;
  };
  const store: BoardStore = {
    view: board,
    client: "client-me-01",
    get nextN() {
      return n + 1;
    },
    canEdit: true,
    commit,
    lastLife: () => undefined,
    onRenumbered: () => () => undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  commit(shapes.map((shape): Op => ({ op: "add", shape })));
  return store;
}

const reach = (shape: Shape | undefined) => Math.round((shape as ArrowShape | undefined)?.vertices[2] ?? NaN);
const moveRect = (x: number): Op => ({ op: "set", id: "rect", props: { x, y: 100, rotation: 0 } });

test("an arrow is seen where the shape is that it hangs on, and whoever listens hears of it when that moves", () => {
  const store = storeOf(rect, arrow);
  const { view, subscribe } = bound(store);
  const before = view.get("arrow");
  expect(reach(before)).toBe(193);
  expect(view.get("arrow")).toBe(before);
  expect(reach([...view.shapes()].find(({ id }) => id === "arrow"))).toBe(193);
  expect(reach(view.entry("arrow")?.shape)).toBe(1);
  const heard: string[][] = [];
  subscribe(({ touched }) => heard.push([...touched].sort()));
  store.commit([moveRect(300)]);
  expect(reach(view.get("arrow"))).toBe(293);
  store.commit([{ op: "set", id: "arrow", props: { end: null } }]);
  expect(view.get("arrow")).toBe(store.view.get("arrow"));
  store.commit([moveRect(400)]);
  store.commit([{ op: "set", id: "arrow", props: { end: { id: "rect", x: 0.5, y: 0.5 } } }, moveRect(500)]);
  store.commit([{ op: "del", ids: ["rect"] }]);
  expect(reach(view.get("arrow"))).toBe(1);
  store.commit([{ op: "del", ids: ["arrow"] }]);
  expect(heard).toEqual([["arrow", "rect"], ["arrow"], ["rect"], ["arrow", "rect"], ["arrow", "rect"], ["arrow"]]);
  expect([...view.arrowsOn("rect")]).toEqual([]);
});

test("an arrow whose shape comes later, as parts of a board do, is seen on it from then on", () => {
  const store = storeOf(arrow);
  const { view } = bound(store);
  expect(reach(view.get("arrow"))).toBe(1);
  store.commit([{ op: "add", shape: rect }]);
  expect(reach(view.get("arrow"))).toBe(193);
});

test("with shapes that are seen ahead of the board come the arrows on them", () => {
  const { view } = bound(storeOf(rect, arrow, fixture("ellipse")));
  const alone = new Map<string, Shape>([["ellipse", fixture("ellipse", { x: 5 })]]);
  expect(view.withArrows(alone)).toBe(alone);
  const ahead = view.withArrows(new Map([["rect", { ...rect, x: 250 }]]));
  expect([...ahead.keys()]).toEqual(["rect", "arrow"]);
  expect(reach(ahead.get("arrow"))).toBe(243);
});

test("all who ask for the same board get the same one, also who ask twice", () => {
  const store = storeOf();
  expect(drawnStore(store)).toBe(drawnStore(store));
  expect(drawnStore(drawnStore(store))).toBe(drawnStore(store));
});

function bound(store: BoardStore) {
  const drawn = drawnStore(store);
  return { view: drawn.view, subscribe: drawn.subscribe.bind(drawn) };
}
