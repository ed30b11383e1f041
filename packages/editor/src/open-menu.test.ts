import { expect, test } from "vitest";
import { Hand, rect } from "./test-hand.ts";

const RIGHT = { button: 2, buttons: 2 } as const;

test("a right click selects the unselected shape that it is about, and asks for the menu there", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 300, 0)]);
  hand.editor.select(["b"]);
  hand.click([50, 50], RIGHT);
  expect([hand.selected, hand.opened]).toEqual([["a"], [{ kind: "menu", at: { x: 50, y: 50 } }]]);
});

test("a right click into a selection keeps all of it, also between its shapes", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 300, 0)]);
  hand.editor.select(["a", "b"]);
  hand.click([350, 50], RIGHT);
  hand.click([200, 50], RIGHT);
  expect([hand.selected, hand.opened.length]).toEqual([["a", "b"], 2]);
});

test("a right click on empty paper is about the board: nothing stays selected", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  hand.click([500, 500], RIGHT);
  expect([hand.selected, hand.opened.length]).toEqual([[], 1]);
});

test("with a drawing tool in the hand, a right click on a shape takes the select tool, and one on paper draws nothing", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.setTool("draw");
  hand.click([500, 500], RIGHT);
  expect([hand.state.tool, hand.shapes.length, hand.opened.length]).toEqual(["draw", 1, 1]);
  hand.click([50, 50], RIGHT);
  expect([hand.state.tool, hand.selected]).toEqual(["select", ["a"]]);
});

test("a right drag moves the page and opens nothing", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.drag(
    [
      [50, 50],
      [60, 60],
      [90, 90],
    ],
    { ...RIGHT, onScreen: true },
  );
  expect([hand.opened, hand.state.camera.x]).toEqual([[], -40]);
});

test("a long press takes back the press it grew out of, so that lifting the finger moves and clicks nothing", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.down([50, 50], { pointerType: "touch" });
  hand.editor.dispatch({ type: "menu", screen: { x: 50, y: 50 }, pointerType: "touch" });
  hand.move([90, 90], { pointerType: "touch" });
  hand.up([90, 90], { pointerType: "touch" });
  expect([hand.selected, hand.opened.length, hand.props("a")["x"], hand.state.busy]).toEqual([["a"], 1, 0, false]);
});

test("the menu key opens it at the middle of the selection, and never off the screen", () => {
  const hand = new Hand([rect("a", 0, 0), rect("far", 5_000, 100)]);
  hand.editor.run("open.menu");
  hand.editor.select(["a"]);
  hand.key("F10", { shift: true });
  hand.editor.select(["far"]);
  hand.key("ContextMenu");
  expect(hand.opened).toEqual([
    { kind: "menu", at: { x: 400, y: 300 } },
    { kind: "menu", at: { x: 50, y: 50 } },
    { kind: "menu", at: { x: 800, y: 150 } },
  ]);
});
