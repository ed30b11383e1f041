import { describe, expect, it } from "vitest";
import { fixture } from "@inkroom/shapes/testing";
import { Hand, text } from "../../test-hand.ts";

const note = (id: string, x: number, y: number, more: object = {}) =>
  fixture("note", { id, x, y, text: "", textW: 0, textH: 0, author: "", ...more });

describe("the note tool", () => {
  it("puts a note around a click and opens it, and a drag carries it", () => {
    const hand = new Hand();
    hand.key("n");
    hand.click([300, 200]);
    expect(hand.state).toMatchObject({ tool: "select", editingText: { id: "made-1" } });
    expect(hand.props("made-1")).toMatchObject({ kind: "note", x: 200, y: 100, w: 200, h: 200, color: "yellow", scale: 1 });
    hand.editor.finishEditingText();
    hand.key("n");
    hand.drag([
      [0, 0],
      [50, 50],
      [500, 400],
    ]);
    expect(hand.props("made-2")).toMatchObject({ x: 400, y: 300 });
    expect(hand.state.editingText).toMatchObject({ id: "made-2" });
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.shapes.map(({ id }) => id)).toEqual(["made-1"]);
  });

  it("given up leaves nothing behind, and a locked tool comes back when the note is written", () => {
    const hand = new Hand();
    hand.key("n");
    hand.down([0, 0]);
    hand.move([50, 50]);
    hand.key("Escape");
    expect(hand.shapes).toEqual([]);
    hand.editor.run("tool.lock");
    hand.click([300, 200]);
    expect(hand.state.editingText).toBeDefined();
    hand.key("Escape");
    expect(hand.state.tool).toBe("note");
  });

  it("makes notes of the chosen paper, and gives it to selected notes only", () => {
    const hand = new Hand([text("t", 500, 500, "t")]);
    hand.editor.setStyle({ noteColor: "pink" });
    hand.editor.setTool("note");
    hand.click([300, 200]);
    hand.editor.finishEditingText();
    expect(hand.props("made-1")["color"]).toBe("pink");
    hand.editor.select(["made-1", "t"]);
    hand.editor.setStyle({ noteColor: "blue" });
    expect([hand.props("made-1")["color"], hand.props("t")["color"]]).toEqual(["blue", "ink"]);
  });
});

describe("writing on a note", () => {
  it("grows it with its words, makes it square again, and has the name of who wrote first", () => {
    const hand = new Hand([note("n", 0, 0)], { author: () => "Ann" });
    hand.editor.startEditingText("n");
    hand.editor.updateEditingText("line\n".repeat(9));
    expect(hand.props("n")).toMatchObject({ w: 200, h: 304, textH: 250, author: "Ann" });
    hand.editor.updateEditingText("x");
    expect(hand.props("n")).toMatchObject({ h: 200, textH: 25 });
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.props("n")).toMatchObject({ text: "", author: "", h: 200 });
    hand.redo();
    expect(hand.props("n")).toMatchObject({ text: "x", author: "Ann" });
    const other = new Hand([note("n", 0, 0, { text: "x", textW: 10, textH: 25, author: "Bea" })], { author: () => "Ann" });
    other.editor.startEditingText("n");
    other.editor.updateEditingText("xy");
    expect(other.props("n")).toMatchObject({ text: "xy", author: "Bea" });
  });

  it("left empty leaves the note", () => {
    const hand = new Hand();
    hand.key("n");
    hand.click([300, 200]);
    hand.key("Escape");
    expect(hand.shapes).toHaveLength(1);
  });

  it("another size is another height, and pulled at a corner all of it grows", () => {
    const hand = new Hand([note("n", 0, 0, { text: "x".repeat(40), textW: 172, textH: 50 })]);
    hand.editor.select(["n"]);
    hand.editor.setStyle({ size: "s" });
    // 40 letters of 16: too long a word for one line, also with letters of 13.
    expect(hand.props("n")).toMatchObject({ size: "s", scale: 13 / 16 });
    hand.drag([
      [200, 200],
      [250, 210],
      [400, 300],
    ]);
    expect(hand.props("n")).toMatchObject({ x: 0, y: 0, w: 400, h: 400, scale: 13 / 16 });
  });
});

describe("the neighbours of a note", () => {
  it("are made beside it, like it but blank, and gone to where they are there", () => {
    const hand = new Hand([note("n", 0, 0, { color: "teal", h: 260, text: "x", textW: 10, textH: 25, author: "Ann" })]);
    hand.editor.select(["n"]);
    hand.editor.run("note.right");
    expect(hand.state.editingText).toMatchObject({ id: "made-1" });
    expect(hand.props("made-1")).toMatchObject({ x: 220, y: 0, w: 200, h: 200, color: "teal", text: "", author: "" });
    hand.editor.run("note.left");
    expect(hand.state.editingText).toMatchObject({ id: "n" });
    hand.editor.run("note.below");
    expect(hand.props("made-2")).toMatchObject({ x: 0, y: 280 });
    hand.editor.run("note.above");
    expect(hand.state.editingText).toMatchObject({ id: "n" });
    expect(hand.shapes).toHaveLength(3);
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.shapes).toHaveLength(2);
  });

  it("are shown where they are out of view, and turn as the note is turned", () => {
    const hand = new Hand([note("n", 600, 0, { rotation: Math.PI / 2 })]);
    hand.editor.select(["n"]);
    // What is right of it lies below.
    hand.editor.run("note.right");
    expect(hand.props("made-1")).toMatchObject({ x: 600, y: 220, rotation: Math.PI / 2 });
    hand.editor.run("note.above");
    expect(hand.props("made-2")).toMatchObject({ x: 820, y: 220 });
    expect(hand.state.camera.x).toBe(820 + 200 + 48 - 800);
  });

  it("come by the handles beside it: a click makes one there, a drag puts it elsewhere", () => {
    const hand = new Hand([note("n", 200, 200, { color: "green" })]);
    hand.editor.select(["n"]);
    hand.click([426, 300]);
    expect(hand.props("made-1")).toMatchObject({ x: 420, y: 200, color: "green" });
    hand.editor.finishEditingText();
    hand.editor.select(["n"]);
    hand.drag([
      [300, 426],
      [300, 450],
      [300, 550],
    ]);
    expect(hand.props("made-2")).toMatchObject({ x: 200, y: 450, color: "green" });
    expect(hand.state.editingText).toMatchObject({ id: "made-2" });
  });

  it("are for a note alone that is not locked", () => {
    const hand = new Hand([note("n", 0, 0), note("m", 300, 0), text("t", 600, 0, "t")]);
    hand.editor.select(["n", "m"]);
    expect(hand.editor.run("note.right")).toBe(false);
    hand.editor.select(["t"]);
    expect(hand.editor.run("note.right")).toBe(false);
    hand.editor.select(["n"]);
    hand.editor.run("edit.lock");
    expect(hand.editor.run("note.right")).toBe(false);
  });
});
