import { type ArrowShape, clipOf, hitTestShape, pageBounds, type Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import type { BoardStore } from "./board-store.ts";
import { drawnStore } from "./drawn-store.ts";
import type { Op } from "./ops/op.ts";
import { storeOf } from "./testing/plain-store.ts";

const rect = fixture("rect", { x: 200, y: 100, w: 40, h: 20 });
const arrow = fixture("arrow", { x: 0, y: 110, vertices: [0, 0, 1, 0], start: null, end: { id: "rect", x: 0.5, y: 0.5 } });

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
  expect(view.ahead(alone)).toBe(alone);
  const ahead = view.ahead(new Map([["rect", { ...rect, x: 250 }]]));
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

const frame = fixture("frame", { id: "f", x: 0, y: 0, w: 100, h: 100 });
const child = (id: string, x: number, more: object = {}) =>
  fixture("rect", { id, parent: "f", x, y: 10, w: 40, h: 20, size: "s", ...more });
const clipFrom = (shape: Shape | undefined) => (shape === undefined ? undefined : clipOf(shape)?.map((outline) => outline[0]));

test("a frame cuts off what is over its border, and nothing of what lies inside or beside it", () => {
  const store = storeOf(frame, child("over", 80), child("in", 20), child("beside", 300), fixture("rect", { id: "free", x: 80, y: 10 }));
  const { view } = bound(store);
  expect(clipFrom(view.get("over"))).toEqual([0]);
  expect(view.get("over")).toBe(view.get("over"));
  for (const id of ["in", "beside", "free"]) expect(view.get(id)).toBe(store.view.get(id));
  expect(pageBounds(view.get("over") ?? frame)).toMatchObject({ x: 79, w: 21 });
  expect([...view.frames()]).toEqual(["f"]);
  expect([...view.within("f")].sort()).toEqual(["beside", "in", "over"]);
});

test("whoever listens hears of what lies in a frame when that changes, goes or comes back, groups in it included", () => {
  const group = fixture("group", { id: "g", parent: "f" });
  const store = storeOf(frame, group, child("a", 80, { parent: "g" }));
  const { view, subscribe } = bound(store);
  const heard: string[][] = [];
  subscribe(({ touched }) => heard.push([...touched].sort()));
  expect(clipFrom(view.get("a"))).toEqual([0]);
  store.commit([{ op: "set", id: "f", props: { x: 50, y: 0, rotation: 0 } }]);
  expect(clipFrom(view.get("a"))).toBeUndefined();
  store.commit([{ op: "set", id: "f", props: { x: -10, y: 0, rotation: 0 } }]);
  expect(clipFrom(view.get("a"))).toEqual([-10]);
  store.commit([{ op: "del", ids: ["f"] }]);
  expect(clipFrom(view.get("a"))).toBeUndefined();
  store.commit([{ op: "mv", id: "a", parent: "page", index: "a0" }]);
  expect(heard).toEqual([["a", "f", "g"], ["a", "f", "g"], ["a", "f", "g"], ["a"]]);
});

test("what is seen ahead of the board is cut off by frames as they are seen", () => {
  const { view } = bound(storeOf(frame, child("over", 80), child("in", 20)));
  const [over, inside] = [view.get("over") ?? frame, view.get("in") ?? frame];
  // Dragged wholly out of the frame, it is seen whole.
  expect(clipFrom(view.ahead(new Map([["over", { ...over, x: 90 }]])).get("over"))).toEqual([0]);
  expect(clipFrom(view.ahead(new Map([["over", { ...over, x: 150 }]])).get("over"))).toBeUndefined();
  const narrow = view.ahead(new Map<string, Shape>([["f", { ...frame, w: 30 }]]));
  expect([...narrow.keys()].sort()).toEqual(["f", "in", "over"]);
  expect(clipFrom(narrow.get("in"))).toEqual([0]);
  const wide = view.ahead(new Map<string, Shape>([["f", { ...frame, w: 300 }]]));
  expect([...wide.keys()]).toEqual(["f", "over"]);
  expect(clipFrom(wide.get("over"))).toBeUndefined();
  expect(clipOf(inside)).toBeUndefined();
});

test("frames in frames both cut off, and a turned one cuts along its sides", () => {
  const outer = fixture("frame", { id: "o", x: -50, y: 0, w: 140, h: 100 });
  const { view } = bound(storeOf(outer, { ...frame, parent: "o" }, child("over", 80)));
  expect(clipFrom(view.get("over"))).toEqual([0, -50]);
  const turned = bound(storeOf({ ...frame, rotation: Math.PI / 4 }, child("corner", 0))).view;
  expect(clipOf(turned.get("corner") ?? frame)).toHaveLength(1);
  expect(hitTestShape(turned.get("corner") ?? frame, { x: 0, y: 12 }, 1)).toBe(false);
  expect(hitTestShape(child("corner", 0), { x: 0, y: 12 }, 1)).toBe(true);
});

test("the shapes that lead somewhere are known, whatever becomes of them and of their links", () => {
  const store = storeOf(fixture("rect", { id: "a", link: "https://ink.example" }), fixture("rect", { id: "b" }));
  const { view } = bound(store);
  const linked = () => [...view.linked()].toSorted();
  expect(linked()).toEqual(["a"]);
  store.commit([{ op: "set", id: "b", props: { link: "#shape=a" } }]);
  expect(linked()).toEqual(["a", "b"]);
  store.commit([{ op: "set", id: "a", props: { link: "" } }]);
  store.commit([{ op: "del", ids: ["b"] }]);
  expect(linked()).toEqual([]);
});

test("the paper is none of the shapes: it is not met, found or counted, and says what is printed on it", () => {
  const store = storeOf(rect);
  const { view } = drawnStore(store);
  expect([view.pattern, view.size]).toEqual(["dots", 1]);
  store.commit([{ op: "add", shape: fixture("paper", { pattern: "squares" }) }]);
  expect([view.pattern, view.size, [...view.shapes()].map(({ id }) => id), view.get("paper")]).toEqual(["squares", 1, ["rect"], undefined]);
  expect(view.record("paper")).toMatchObject({ state: "live" });
  store.commit([{ op: "set", id: "paper", props: { pattern: "none" } }]);
  expect(view.pattern).toBe("none");
  store.commit([{ op: "del", ids: ["paper"] }]);
  expect([view.pattern, view.size]).toEqual(["dots", 1]);
});
