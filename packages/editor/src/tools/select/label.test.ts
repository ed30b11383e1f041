import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../../test-hand.ts";

/** A hollow rectangle of 200 x 60 at the origin. */
const box = (id: string) => rect(id, 0, 0, 200, 60, { fill: "none", size: "m" } as object);

describe("the label of a shape", () => {
  it("is opened by Enter or by a double click inside, hollow or not, and typed into letter by letter as one undo step", () => {
    for (const fill of ["none", "solid"]) {
      const hand = new Hand([rect("r", 0, 0, 200, 60, { fill } as object)]);
      hand.doubleClick([100, 30]);
      expect(hand.state.editingText).toMatchObject({ id: "r", field: { text: "" } });
      hand.editor.updateEditingText("h");
      hand.editor.updateEditingText("hi");
      hand.key("Escape");
      expect(hand.props("r")).toMatchObject({ text: "hi", textW: 20, textH: 25, w: 200, h: 60 });
      hand.undo();
      expect(hand.props("r")).toMatchObject({ text: "", textW: 0, textH: 0 });
      hand.redo();
      expect(hand.props("r")).toMatchObject({ text: "hi", textW: 20 });
    }
    const hand = new Hand([box("r")]);
    hand.editor.select(["r"]);
    hand.key("Enter");
    expect(hand.state.editingText).toMatchObject({ id: "r" });
  });

  it("is not opened by a second single click, and with Alt a double click starts a text instead", () => {
    const hand = new Hand([rect("r", 0, 0, 200, 60, { fill: "solid" } as object)]);
    hand.click([100, 30]);
    hand.click([100, 30]);
    expect(hand.state.editingText).toBeUndefined();
    const hollow = new Hand([box("r")]);
    hollow.click([100, 30], { alt: true });
    hollow.click([100, 30], { alt: true, clickCount: 2 });
    expect(hollow.state.editingText).toMatchObject({ id: "made-1" });
  });

  it("makes a diamond or an ellipse as wide as its widest word, about its middle, so that no word is broken", () => {
    const look = { x: 100, y: 100, w: 100, h: 80, rotation: 0.5, text: "", textW: 0, textH: 0 } as const;
    const hand = new Hand([fixture("geo", { id: "d", ...look, form: "diamond" }), fixture("ellipse", { id: "e", ...look, x: 400 })]);
    hand.editor.startEditingText("d");
    // 34 wide inside, and ten a letter.
    hand.editor.updateEditingText("ab cd");
    expect(hand.props("d")).toMatchObject({ x: 100, w: 100, textH: 50 });
    hand.editor.updateEditingText("ab cd elephants");
    expect(hand.props("d")).toMatchObject({ x: 44, w: 212, y: 100, textW: 90, textH: 50 });
    hand.editor.updateEditingText("ab cd");
    expect(hand.props("d")).toMatchObject({ x: 100, w: 100 });
    hand.editor.updateEditingText("- elephants");
    expect(Number(hand.props("d")["w"])).toBeGreaterThan(212);
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.props("d")).toMatchObject({ text: "", x: 100, w: 100, h: 80 });
    hand.editor.startEditingText("e");
    hand.editor.updateEditingText("elephants");
    const { x, w, textH } = hand.props("e") as { x: number; w: number; textH: number };
    expect([x + w / 2, textH]).toEqual([450, 25]);
    expect(w).toBeCloseTo(106 / 0.7071, 1);
  });

  it("breaks a word that no shape should be made for, and those of a shape that somebody has made narrower", () => {
    const look = { x: 100, y: 100, w: 100, h: 80, text: "", textW: 0, textH: 0 } as const;
    const hand = new Hand([fixture("geo", { id: "d", ...look, form: "diamond" })]);
    hand.editor.startEditingText("d");
    hand.editor.updateEditingText("x".repeat(60));
    expect(hand.props("d")).toMatchObject({ w: (16 * 20 + 16) * 2, textH: 50 });
    hand.editor.updateEditingText("elephants");
    hand.editor.finishEditingText();
    hand.editor.select(["d"]);
    hand.editor.place({ w: 120 });
    expect(hand.props("d")).toMatchObject({ w: 120, text: "elephants", textH: 75 });
    hand.editor.setStyle({ font: "mono" });
    expect(hand.props("d")).toMatchObject({ w: 212, textH: 25 });
  });

  it("makes the shape as high as it is, and no lower than it was when letters go; undo gives back words and height", () => {
    const hand = new Hand([box("r")]);
    hand.editor.startEditingText("r");
    // 184 wide inside: 92 letters are five lines of 25.
    hand.editor.updateEditingText("x".repeat(92));
    expect(hand.props("r")).toMatchObject({ textH: 125, h: 141, w: 200, y: 0 });
    hand.editor.updateEditingText("x");
    expect(hand.props("r")).toMatchObject({ textH: 25, h: 60 });
    hand.editor.updateEditingText("x".repeat(92));
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.props("r")).toMatchObject({ text: "", h: 60, textH: 0 });
    hand.redo();
    expect(hand.props("r")).toMatchObject({ h: 141, textH: 125 });
  });

  it("left empty leaves the shape where it is", () => {
    const hand = new Hand([box("r")]);
    hand.editor.startEditingText("r");
    hand.editor.updateEditingText("a");
    hand.editor.updateEditingText("");
    hand.editor.finishEditingText();
    expect(hand.props("r")).toMatchObject({ text: "", textW: 0 });
  });

  it("wraps anew when its shape is resized, which stays as high as the words", () => {
    const hand = new Hand([rect("r", 0, 0, 200, 60, { text: "x".repeat(30), textW: 184, textH: 50, h: 66 } as object)]);
    hand.editor.select(["r"]);
    hand.drag([
      [200, 66],
      [150, 60],
      [117, 20],
    ]);
    expect(hand.props("r")).toMatchObject({ textH: 75, h: 91, y: 0 });
  });

  it("is measured anew for another size", () => {
    const hand = new Hand([rect("r", 0, 0, 200, 60, { text: "x".repeat(10), textW: 100, textH: 25 } as object)]);
    hand.editor.select(["r"]);
    hand.editor.setStyle({ size: "xl" });
    expect(hand.props("r")).toMatchObject({ size: "xl", textH: 120, h: 136 });
  });

  it("of a deleted shape comes back with it, with what was typed before the deletion in the same board", () => {
    const hand = new Hand([box("r"), text("t", 400, 0, "other")]);
    hand.editor.startEditingText("r");
    hand.editor.updateEditingText("kept");
    hand.editor.finishEditingText();
    hand.editor.select(["r"]);
    hand.key("Delete");
    expect(hand.shapes.map(({ id }) => id)).toEqual(["t"]);
    hand.undo();
    expect(hand.props("r")).toMatchObject({ text: "kept", textW: 40 });
  });
});
