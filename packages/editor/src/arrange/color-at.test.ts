import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

test("the colour at a point is that of the inside, of the outline, of what lies on top, or none", () => {
  const hand = new Hand([
    rect("filled", 0, 0, 100, 100, { index: "a1", color: "red", fill: "solid", fillColor: "#123456" }),
    rect("same", 200, 0, 100, 100, { index: "a1", color: "#abcdef", fill: "semi", fillColor: "same" }),
    rect("hollow", 400, 0, 100, 100, { index: "a1", color: "teal", fill: "none" }),
    fixture("note", { id: "note", index: "a2", x: 0, y: 200, color: "#445566" }),
    rect("over", 50, 250, 20, 20, { index: "a3", color: "pink", locked: true }),
    fixture("image", { id: "picture", index: "a1", x: 400, y: 200, w: 100, h: 100 }),
    fixture("frame", { id: "frame", index: "a0", x: 600, y: 0, w: 100, h: 100 }),
  ]);
  const at = (x: number, y: number) => hand.editor.colorAt({ x, y });
  expect([at(50, 50), at(0, 50), at(250, 50), at(300, 50)]).toEqual(["#123456", "red", "#abcdef", "#abcdef"]);
  expect([at(400, 50), at(450, 50), at(20, 220), at(60, 260)]).toEqual(["teal", undefined, "#445566", "pink"]);
  expect([at(450, 250), at(600, 50), at(780, 580)]).toEqual(["picture", undefined, undefined]);
  hand.editor.setCamera({ x: 100, y: 100, zoom: 2 });
  expect(hand.editor.colorAt({ x: 220, y: 220 })).toBeUndefined();
  expect(hand.editor.colorAt({ x: -60, y: 240 })).toBe("#445566");
});

test("a style that is tried is seen at once, sent as a drag is, and one step when it is set", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0, 100, 100, { locked: true })]);
  hand.editor.select(["a", "b"]);
  const commits = hand.board.commits.length;
  const tried = ["#111111", "#222222", "#333333", "#444444"] as const;
  for (const color of tried) {
    hand.clockMs += 20;
    hand.editor.tryStyle({ color });
    expect(hand.editor.shape("a")).toMatchObject({ color });
  }
  expect(hand.editor.shape("b")).toMatchObject({ color: "ink" });
  // The first at once, and then one in 50 ms.
  expect([hand.board.commits.length - commits, hand.props("a")["color"]]).toEqual([2, "#444444"]);
  hand.editor.tryStyle({ color: "#555555" });
  hand.editor.setStyle({ color: "#666666" });
  expect([hand.props("a")["color"], hand.state.preview.size, hand.state.style.color]).toEqual(["#666666", 0, "#666666"]);
  hand.undo();
  expect([hand.props("a")["color"], hand.state.canUndo]).toEqual(["ink", false]);
  hand.redo();
  expect(hand.props("a")["color"]).toBe("#666666");
});

test("a style that is given up leaves the shapes as they were, and no step", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  hand.editor.tryStyle({ color: "#111111", fill: "none" });
  expect(hand.props("a")).toMatchObject({ color: "#111111", fill: "none" });
  hand.editor.tryStyle(undefined);
  expect([hand.props("a"), hand.state.preview.size]).toEqual([expect.objectContaining({ color: "ink", fill: "solid" }), 0]);
  expect([hand.state.canUndo, hand.state.style.color]).toEqual([false, "ink"]);
});

test("who deletes what a style is tried on ends that", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  hand.editor.tryStyle({ color: "#111111" });
  hand.board.remote([{ op: "del", ids: ["a"] }]);
  hand.editor.tryStyle({ color: "#222222" });
  hand.editor.setStyle({ color: "#333333" });
  expect([hand.shapes, hand.state.preview.size, hand.state.style.color]).toEqual([[], 0, "#333333"]);
});

test("giving up what was never tried takes nothing from the hand", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  hand.down([50, 50]);
  hand.move([80, 50]);
  hand.editor.tryStyle(undefined);
  hand.editor.tryStyle({ color: "red" });
  expect(hand.editor.shape("a")).toMatchObject({ x: 30, color: "ink" });
  hand.up([80, 50]);
});
