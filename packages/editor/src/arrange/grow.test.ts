import type { Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const nodes = (hand: Hand): Shape[] => hand.shapes.filter(({ kind }) => kind === "rect");
const arrows = (hand: Hand) => hand.shapes.flatMap((shape) => (shape.kind === "arrow" ? [shape] : []));
const onlySelected = (hand: Hand): Shape => hand.shape(hand.selected[0] ?? "");
const boxes = (hand: Hand) => nodes(hand).map(({ x, y }) => [x, y]);

test("a node grows another one ahead, alike and without words, joined by an arrow, selected, as one step", () => {
  const hand = new Hand([rect("a", 0, 0, 100, 60, { color: "red", fill: "semi", text: "start", textW: 40, textH: 25 })]);
  hand.editor.select(["a"]);
  hand.key("ArrowRight", { mod: true });
  hand.keyUp("Control");
  expect(onlySelected(hand)).toMatchObject({ kind: "rect", x: 200, y: 0, w: 100, h: 60, color: "red", fill: "semi", text: "" });
  const made = hand.selected[0] ?? "";
  expect(arrows(hand)).toMatchObject([{ start: { id: "a" }, end: { id: made }, color: "red", endHead: "arrow" }]);
  hand.key("ArrowDown", { mod: true });
  hand.keyUp("Control");
  expect(onlySelected(hand)).toMatchObject({ x: 200, y: 160 });
  hand.undo();
  hand.undo();
  expect(hand.shapes.map(({ id }) => id)).toEqual(["a"]);
  hand.redo();
  expect([nodes(hand).length, arrows(hand).length]).toEqual([2, 1]);
});

test("while the keys are held each press makes a sibling, beside the ones before", () => {
  const hand = new Hand([rect("a", 0, 0, 100, 60)]);
  hand.editor.select(["a"]);
  for (let press = 0; press < 3; press += 1) hand.key("ArrowRight", { mod: true });
  expect(boxes(hand)).toEqual(
    expect.arrayContaining([
      [200, 0],
      [200, 100],
      [200, -100],
    ]),
  );
  expect(arrows(hand).map(({ start }) => start?.id)).toEqual(["a", "a", "a"]);
  hand.keyUp("Control");
  hand.key("ArrowRight", { mod: true });
  expect(arrows(hand).filter(({ start }) => start?.id === "a")).toHaveLength(3);
  expect(onlySelected(hand).x).toBe(400);
});

test("Alt and an arrow key walks along the arrows, both ways, and nowhere where none leads", () => {
  const hand = new Hand([rect("a", 0, 0, 100, 60), rect("alone", -300, 0)]);
  hand.editor.select(["a"]);
  hand.key("ArrowRight", { mod: true });
  hand.keyUp("Control");
  const made = hand.selected;
  hand.key("ArrowLeft", { alt: true });
  expect(hand.selected).toEqual(["a"]);
  hand.key("ArrowLeft", { alt: true });
  expect(hand.selected).toEqual(["a"]);
  hand.key("ArrowRight", { alt: true });
  expect(hand.selected).toEqual(made);
});

test("in a group the new node belongs to the group, in a frame to the frame; ink grows nothing, and what is locked neither", () => {
  const hand = new Hand([
    fixture("group", { id: "g" }),
    rect("in", 0, 0, 100, 60, { parent: "g" }),
    rect("too", 0, 300, 100, 60, { parent: "g" }),
    fixture("frame", { id: "f", x: 1000, y: 0, w: 900, h: 500 }),
    rect("framed", 1100, 100, 100, 60, { parent: "f" }),
    fixture("draw", { id: "ink", x: -500, y: 0 }),
    rect("locked", -500, 400, 100, 60, { locked: true }),
  ]);
  hand.editor.select(["in"]);
  hand.key("ArrowRight", { mod: true });
  hand.keyUp("Control");
  expect(onlySelected(hand).parent).toBe("g");
  hand.editor.select(["framed"]);
  hand.key("ArrowRight", { mod: true });
  hand.keyUp("Control");
  expect(onlySelected(hand).parent).toBe("f");
  const count = hand.shapes.length;
  for (const id of ["ink", "locked"]) {
    hand.editor.select([id]);
    hand.key("ArrowRight", { mod: true });
  }
  expect(hand.shapes.length).toBe(count);
});
