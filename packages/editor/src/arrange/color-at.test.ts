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

test("a style that is tried is seen on the selection and told to nobody, until it is set, as one step, or given up", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0, 100, 100, { locked: true })]);
  hand.editor.select(["a", "b"]);
  const commits = hand.board.commits.length;
  for (const color of ["#111111", "#222222", "#333333"] as const) hand.editor.tryStyle({ color });
  expect(hand.editor.shape("a")).toMatchObject({ color: "#333333" });
  expect(hand.editor.shape("b")).toMatchObject({ color: "ink" });
  expect([hand.board.commits.length, hand.props("a")["color"]]).toEqual([commits, "ink"]);
  hand.editor.tryStyle(undefined);
  expect([hand.editor.shape("a"), hand.state.preview.size]).toEqual([expect.objectContaining({ color: "ink" }), 0]);
  hand.editor.tryStyle({ color: "#444444" });
  hand.editor.setStyle({ color: "#444444" });
  expect([hand.props("a")["color"], hand.state.preview.size, hand.state.style.color]).toEqual(["#444444", 0, "#444444"]);
  hand.undo();
  expect(hand.props("a")["color"]).toBe("ink");
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
