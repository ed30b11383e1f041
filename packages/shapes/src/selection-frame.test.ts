import { expect, test } from "vitest";
import { fixture } from "./fixtures.ts";
import { frameCorners, handleAt, handlePosition, selectionBounds, selectionFrame, shownHandles } from "./selection-frame.ts";

const rect = fixture("rect", { x: 0, y: 0, w: 100, h: 60 });

test("nothing selected has no frame", () => {
  expect(selectionBounds([])).toBeUndefined();
  expect(selectionFrame([])).toBeUndefined();
});

test("the frame leaves out the outline's width", () => {
  expect(selectionBounds([rect])).toEqual({ x: 0, y: 0, w: 100, h: 60 });
});

test("one shape's frame is turned with it, several are framed upright", () => {
  const turned = { ...rect, rotation: Math.PI / 2 };
  expect(selectionFrame([turned])).toEqual({ box: { x: 0, y: 0, w: 100, h: 60 }, rotation: Math.PI / 2 });
  const both = selectionFrame([turned, fixture("rect", { x: 200, y: 0, w: 10, h: 10 })]);
  expect(both?.rotation).toBe(0);
  expect(both?.box.x).toBeCloseTo(20);
  expect(both?.box.w).toBeCloseTo(190);
});

test("handles stand on the turned frame", () => {
  const frame = { box: { x: 0, y: 0, w: 100, h: 60 }, rotation: Math.PI };
  expect(handlePosition(frame, "nw").x).toBeCloseTo(100);
  expect(handlePosition(frame, "nw").y).toBeCloseTo(60);
  expect(frameCorners(frame)[0]).toEqual(handlePosition(frame, "nw"));
});

test("each shown handle is the one under its own position", () => {
  const frame = { box: { x: 10, y: 20, w: 100, h: 60 }, rotation: 0.4 };
  for (const { name, at } of shownHandles(frame, 1)) expect(handleAt(frame, at, 1)).toBe(name);
  expect(handleAt(frame, { x: 60, y: 50 }, 1)).toBeUndefined();
});

test("short sides show no middle handles, and their corners win", () => {
  const frame = { box: { x: 0, y: 0, w: 100, h: 60 }, rotation: 0 };
  expect(shownHandles(frame, 1)).toHaveLength(8);
  expect(shownHandles(frame, 0.3).map(({ name }) => name)).toEqual(["nw", "n", "ne", "se", "s", "sw"]);
  expect(shownHandles(frame, 0.1)).toHaveLength(4);
  expect(handleAt(frame, { x: 0, y: 8 }, 0.5)).toBe("nw");
});

test("a finger takes a handle from farther away", () => {
  const frame = { box: { x: 0, y: 0, w: 100, h: 60 }, rotation: 0 };
  expect(handleAt(frame, { x: -14, y: -14 }, 1)).toBeUndefined();
  expect(handleAt(frame, { x: -14, y: -14 }, 1, "coarse")).toBe("nw");
});

test("one line of text has a handle on each side, and none above or below", () => {
  const frame = selectionFrame([fixture("text", { x: 0, y: 0, w: 200, h: 25 })]);
  if (frame === undefined) throw new Error("no frame");
  expect(shownHandles(frame, 1).map(({ name }) => name)).toEqual(["nw", "ne", "e", "se", "sw", "w"]);
  for (const { name, at } of shownHandles(frame, 1)) expect(handleAt(frame, at, 1)).toBe(name);
  expect(handleAt(frame, { x: 200, y: 7 }, 1)).toBe("e");
  expect(handleAt(frame, { x: 200, y: 7 }, 1, "coarse")).toBe("e");
  expect(handleAt(frame, { x: 200, y: 3 }, 1)).toBe("ne");
});
