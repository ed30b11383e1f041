import { fixture } from "@inkroom/shapes/testing";
import { expect, it } from "vitest";
import { Hand, rect } from "../../test-hand.ts";

const words = { text: "to and fro", textW: 60, textH: 25 } as const;
/** From (100, 100) to the right, 400 long, with its words around (300, 100). */
const arrow = fixture("arrow", { id: "a", ...words, x: 100, y: 100, vertices: [0, 0, 400, 0], dash: "solid", end: null, route: "sharp" });
const place = (hand: Hand): unknown => hand.props("a")["labelPosition"];

it("a drag slides the words along the arrow, sent on the way, and is one undo step", () => {
  const hand = new Hand([arrow]);
  hand.stepMs = 60;
  hand.down([300, 100]);
  hand.move([260, 120]);
  expect([hand.state.cursor, hand.state.busy, hand.selected]).toEqual(["grabbing", true, ["a"]]);
  hand.move([200, 130]);
  expect(place(hand)).toBe(0.25);
  hand.move([420, 90]);
  hand.up([420, 90]);
  expect(place(hand)).toBe(0.8);
  expect(hand.props("a")).toMatchObject({ x: 100, y: 100, vertices: [0, 0, 400, 0] });
  expect(hand.board.commits.length).toBeGreaterThan(2);
  hand.undo();
  expect([place(hand), hand.state.canUndo]).toEqual([0.5, false]);
  hand.redo();
  expect(place(hand)).toBe(0.8);
});

it("they stay where they are on the arrow as it is moved, and come back to its middle by themselves", () => {
  const hand = new Hand([{ ...arrow, labelPosition: 0.25 }]);
  hand.drag([
    [460, 100],
    [460, 160],
    [460, 200],
  ]);
  expect(hand.props("a")).toMatchObject({ y: 200, labelPosition: 0.25 });
  hand.drag([
    [200, 200],
    [250, 200],
    [306, 204],
  ]);
  expect(place(hand)).toBe(0.5);
});

it("Escape takes it back", () => {
  const hand = new Hand([arrow]);
  hand.down([300, 100]);
  hand.move([200, 100]);
  hand.key("Escape");
  hand.up([200, 100]);
  expect(place(hand)).toBe(0.5);
});

it("a click selects, a double click writes, and the pointer says that there is something to take", () => {
  const hand = new Hand([arrow]);
  hand.move([300, 100], { buttons: 0 });
  expect(hand.state.cursor).toBe("grab");
  hand.click([300, 100]);
  expect([hand.selected, place(hand)]).toEqual([["a"], 0.5]);
  hand.doubleClick([300, 100]);
  expect(hand.state.editingText).toMatchObject({ id: "a" });
});

it("together with others, with Alt and in a group the arrow moves as a whole", () => {
  const hand = new Hand([arrow, rect("r", 300, 200)]);
  hand.editor.select(["a", "r"]);
  hand.drag([
    [300, 100],
    [300, 120],
    [300, 140],
  ]);
  expect(hand.props("a")).toMatchObject({ y: 140, labelPosition: 0.5 });
  hand.editor.run("edit.group");
  hand.key("Escape");
  hand.drag([
    [300, 140],
    [300, 120],
    [300, 100],
  ]);
  expect(hand.props("a")).toMatchObject({ y: 100, labelPosition: 0.5 });
});
