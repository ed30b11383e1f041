import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const board = () => [
  rect("a", 100, 100, 100, 100, { color: "red", fill: "hachure", size: "l", dash: "dotted" } as never),
  rect("b", 400, 100, 100, 100, { color: "blue" }),
];

describe("the eyedropper", () => {
  test("takes up the look of what is under the pointer, for what is drawn next", () => {
    const hand = new Hand(board());
    hand.editor.setTool("ellipse");
    hand.move([150, 150], { buttons: 0 });
    hand.key("i");
    expect(hand.state.style).toMatchObject({ color: "red", fill: "hachure", size: "l", dash: "dotted" });
    expect(hand.state.tool).toBe("ellipse");
    expect(hand.editor.state.canUndo, "nothing on the board has changed").toBe(false);
  });

  test("gives it to what is selected, in one step", () => {
    const hand = new Hand(board());
    hand.editor.select(["b"]);
    hand.move([150, 150], { buttons: 0 });
    hand.key("i");
    expect(hand.props("b")).toMatchObject({ color: "red", fill: "hachure", size: "l", dash: "dotted", w: 100 });
    hand.undo();
    expect(hand.props("b")).toMatchObject({ color: "blue", fill: "solid", size: "m" });
  });

  test("finds nothing on empty paper, and before the pointer has been anywhere", () => {
    const hand = new Hand(board());
    const { style } = hand.state;
    hand.key("i");
    hand.move([300, 500], { buttons: 0 });
    hand.key("i");
    expect(hand.state.style).toBe(style);
  });

  test("keeps the colours of highlighter and paper apart from that of the ink", () => {
    const note = fixture("note", { id: "n", color: "green", x: 0, y: 0 });
    const hand = new Hand([note]);
    hand.move([100, 100], { buttons: 0 });
    hand.key("i");
    expect(hand.state.style).toMatchObject({ noteColor: "green", color: "ink" });
  });
});
