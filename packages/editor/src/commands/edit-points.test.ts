import { fixture } from "@inkroom/shapes/testing";
import { expect, it } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const MORE = { mod: true };
const bent = (more: object = {}) => fixture("line", { id: "l", x: 0, y: 0, vertices: [0, 0, 100, 0, 100, 100], rotation: 0, ...more });

it("chooses one point after the other, round the end", () => {
  const hand = new Hand([bent()]);
  hand.editor.select(["l"]);
  const seen = [1, 2, 3, 4].map(() => {
    hand.key("Enter", MORE);
    return hand.state.point;
  });
  expect(seen).toEqual([0, 1, 2, 0]);
});

it("gives the chosen point to the arrow keys and to Delete, and Escape lets go of it before the line", () => {
  const hand = new Hand([bent()]);
  hand.editor.select(["l"]);
  hand.key("Enter", MORE);
  hand.key("Enter", MORE);
  hand.key("ArrowRight", { shift: true });
  expect(hand.props("l")["vertices"]).toEqual([0, 0, 110, 0, 100, 100]);
  hand.key("Delete");
  expect(hand.props("l")["vertices"]).toEqual([0, 0, 100, 100]);
  hand.key("Enter", MORE);
  hand.key("Escape");
  expect([hand.state.point, hand.selected]).toEqual([undefined, ["l"]]);
  hand.key("Escape");
  expect(hand.selected).toEqual([]);
});

it("counts the point once at which a line is closed, and of an elbow the ends alone", () => {
  const hand = new Hand([
    bent({ vertices: [0, 0, 100, 0, 100, 100, 0, 0] }),
    fixture("arrow", { id: "e", x: 0, y: 0, route: "elbow", vertices: [0, 0, 100, 100], start: null, end: null, rotation: 0 }),
  ]);
  const pressed = (id: string): readonly unknown[] => {
    hand.editor.select([id]);
    return [1, 2, 3, 4].map(() => {
      hand.key("Enter", MORE);
      return hand.state.point;
    });
  };
  expect(pressed("l")).toEqual([0, 1, 2, 0]);
  expect(new Set(pressed("e")).size).toBe(2);
});

it("is for one line that can be changed", () => {
  const hand = new Hand([bent(), rect("a", 300, 300)]);
  hand.editor.select(["a"]);
  expect(hand.editor.run("edit.points")).toBe(false);
  hand.editor.select(["l"]);
  hand.board.canEdit = false;
  expect(hand.editor.run("edit.points")).toBe(false);
});
