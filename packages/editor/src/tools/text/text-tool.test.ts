import { describe, expect, it } from "vitest";
import { Hand, text } from "../../test-hand.ts";

describe("text", () => {
  it("a click starts a text that is on the board from its first letter on; one visit is one undo step", () => {
    const hand = new Hand();
    hand.key("t");
    hand.click([100, 100]);
    expect(hand.state.editingText).toMatchObject({ id: "made-1" });
    expect(hand.state.preview.get("made-1")).toMatchObject({ kind: "text", text: "", x: 100, y: 100 });
    expect(hand.shapes).toEqual([]);
    hand.editor.updateEditingText("h");
    expect(hand.props("made-1")).toMatchObject({ text: "h", w: 10, h: 25 });
    hand.editor.updateEditingText("hello");
    expect(hand.editor.shape("made-1")).toMatchObject({ text: "hello", w: 50 });
    hand.key("Escape");
    expect(hand.state.editingText).toBeUndefined();
    expect(hand.props("made-1")).toMatchObject({ text: "hello", w: 50 });
    expect([hand.state.tool, hand.selected]).toEqual(["select", ["made-1"]]);
    hand.undo();
    expect([hand.shapes, hand.state.canUndo]).toEqual([[], false]);
    hand.redo();
    expect(hand.props("made-1")).toMatchObject({ text: "hello" });
  });

  it("a drag starts a text that wraps at the width that was pulled, to either side; a short one is a click", () => {
    const hand = new Hand();
    hand.key("t");
    hand.drag([
      [200, 100],
      [150, 110],
      [100, 120],
    ]);
    expect([hand.state.brush, hand.shapes]).toEqual([undefined, []]);
    hand.editor.updateEditingText("hello hello hello");
    hand.key("Escape");
    expect(hand.props("made-1")).toMatchObject({ x: 100, y: 100, w: 100, autoWidth: false });
    hand.key("t");
    hand.drag([
      [300, 300],
      [306, 300],
      [310, 300],
    ]);
    hand.editor.updateEditingText("hi");
    hand.key("Escape");
    expect(hand.props("made-2")).toMatchObject({ x: 300, y: 300, w: 20, autoWidth: true });
  });

  it("a pull given up starts nothing", () => {
    const hand = new Hand();
    hand.key("t");
    hand.down([100, 100]);
    hand.move([200, 100]);
    expect(hand.state.brush).toMatchObject({ w: 100 });
    hand.key("Escape");
    hand.up([200, 100]);
    expect([hand.state.brush, hand.state.editingText, hand.shapes]).toEqual([undefined, undefined, []]);
  });

  it("a style chosen before the first letter is seen at once, is that of the text, and no step of its own", () => {
    const hand = new Hand();
    hand.key("t");
    hand.click([100, 100]);
    hand.editor.setStyle({ font: "mono", bold: true, align: "right" });
    hand.editor.setStyle({ size: "xl" });
    const chosen = { font: "mono", bold: true, align: "right", size: "xl" };
    expect(hand.state.preview.get("made-1")).toMatchObject({ ...chosen, text: "" });
    expect([hand.shapes, hand.board.commits]).toEqual([[], []]);
    hand.editor.updateEditingText("hello");
    hand.key("Escape");
    expect(hand.props("made-1")).toMatchObject({ ...chosen, text: "hello" });
    hand.undo();
    expect([hand.shapes, hand.state.canUndo]).toEqual([[], false]);
  });

  it("a text left empty leaves no trace", () => {
    const hand = new Hand();
    hand.key("t");
    hand.click([100, 100]);
    hand.editor.updateEditingText("  ");
    hand.editor.finishEditingText();
    expect([hand.shapes, hand.board.commits, hand.state.preview.size, hand.selected, hand.state.canUndo]).toEqual([[], [], 0, [], false]);
  });

  it("a text that becomes empty is deleted; undo brings it back as it was", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.editor.startEditingText("t");
    hand.editor.updateEditingText("hel");
    hand.clockMs += 300;
    hand.editor.updateEditingText("he");
    hand.editor.updateEditingText("");
    hand.key("Enter", { mod: true });
    expect(hand.shapes).toEqual([]);
    hand.undo();
    expect(hand.props("t")).toMatchObject({ text: "hello", w: 50 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("a click outside commits and then does what it does", () => {
    const hand = new Hand([text("t", 0, 0, "hello"), text("u", 0, 200, "other")]);
    hand.editor.startEditingText("t");
    hand.editor.updateEditingText("hi");
    hand.click([10, 210]);
    expect(hand.props("t")).toMatchObject({ text: "hi" });
    expect(hand.state.editingText).toBeUndefined();
    expect(hand.selected).toEqual(["u"]);
    hand.undo();
    expect(hand.props("t")).toMatchObject({ text: "hello" });
  });

  it("a press asks for the caret where it was, Enter for the whole text", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.editor.setCamera({ x: -100, y: 0, zoom: 2 });
    hand.doubleClick([10, 10]);
    expect(hand.state.editingText).toMatchObject({ id: "t", at: { x: 10, y: 10 } });
    hand.key("Escape");
    hand.key("Enter");
    expect(hand.state.editingText).toMatchObject({ id: "t", at: undefined });
  });

  it("double-click, Enter and a click on the selected text edit it; a double click on nothing makes one", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.doubleClick([10, 10]);
    expect(hand.state.editingText).toMatchObject({ id: "t" });
    hand.key("Escape");
    expect(hand.selected).toEqual(["t"]);
    hand.key("Enter");
    expect(hand.state.editingText).toMatchObject({ id: "t" });
    hand.key("Escape");
    hand.click([25, 12]);
    expect(hand.state.editingText).toMatchObject({ id: "t" });
    hand.key("Escape");
    expect(hand.board.commits).toEqual([]);
    hand.doubleClick([300, 300]);
    expect(hand.state.editingText).toMatchObject({ id: "made-1" });
    expect(hand.editor.shape("made-1")).toMatchObject({ x: 300, y: 300 });
  });

  it("the text tool edits the text it is clicked on, and stays while locked", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.key("t");
    hand.key("q");
    hand.click([10, 10]);
    expect(hand.state.editingText).toMatchObject({ id: "t" });
    hand.key("Escape");
    expect(hand.state.tool).toBe("text");
    hand.click([300, 300]);
    hand.editor.updateEditingText("new");
    hand.click([400, 400]);
    expect([hand.state.tool, hand.state.editingText]).toEqual(["text", undefined]);
    expect(hand.shapes.length).toBe(2);
  });

  it("every input is committed at once and carries only what has changed, however long the text is", () => {
    const hand = new Hand([text("t", 0, 0, "x".repeat(5_000))]);
    hand.editor.startEditingText("t");
    for (let i = 1; i <= 50; i += 1) hand.editor.updateEditingText("x".repeat(5_000) + "y".repeat(i));
    expect(hand.board.commits.length).toBe(50);
    for (const commit of hand.board.commits) expect(JSON.stringify(commit).length).toBeLessThan(300);
    expect(hand.props("t")["text"]).toBe("x".repeat(5_000) + "y".repeat(50));
  });

  it("other people may move the text while it is edited", () => {
    const hand = new Hand([text("t", 0, 0, "")]);
    hand.editor.startEditingText("t");
    hand.editor.updateEditingText("do");
    hand.board.remote([{ op: "set", id: "t", props: { x: 70, y: 7, rotation: 0 } }]);
    hand.editor.updateEditingText("done");
    hand.editor.finishEditingText();
    expect(hand.props("t")).toMatchObject({ text: "done", x: 70, y: 7 });
  });

  it("a text deleted by somebody else ends the editing", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.editor.startEditingText("t");
    hand.editor.updateEditingText("hell");
    hand.board.remote([{ op: "del", ids: ["t"] }]);
    expect([hand.state.editingText, hand.selected, hand.state.preview.size]).toEqual([undefined, [], 0]);
    hand.editor.updateEditingText("late");
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.shapes).toEqual([]);
  });

  it("keys belong to the text while it is edited, but zooming works", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.editor.startEditingText("t");
    for (const key of ["r", "Delete", "ArrowLeft", " ", "]"]) hand.key(key);
    hand.key("a", { mod: true });
    hand.key("z", { mod: true });
    expect([hand.state.tool, hand.state.editingText?.id, hand.shapes.length]).toEqual(["select", "t", 1]);
    hand.key("=", { mod: true });
    expect(hand.state.camera.zoom).toBe(1.25);
    expect(hand.state.editingText).toMatchObject({ id: "t" });
  });

  it("a size from the style panel measures the text anew; undo brings both back", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    hand.editor.select(["t"]);
    hand.editor.setStyle({ size: "xl" });
    expect(hand.props("t")).toMatchObject({ size: "xl", w: 120, h: 60 });
    hand.undo();
    expect(hand.props("t")).toMatchObject({ size: "m", w: 50, h: 25 });
  });

  it("pulling a side sets the width at which it wraps, pulling a corner its scale", () => {
    const hand = new Hand([text("t", 0, 0, "hello world")]);
    hand.editor.select(["t"]);
    hand.editor.setCamera({ x: 0, y: 0, zoom: 2 });
    hand.drag([
      [110, 12.5],
      [100, 12.5],
      [60, 12.5],
    ]);
    expect(hand.props("t")).toMatchObject({ x: 0, w: expect.closeTo(60, 6), h: 50, autoWidth: false, scale: 1 });
    hand.undo();
    expect(hand.props("t")).toMatchObject({ w: 110, autoWidth: true });
    hand.drag([
      [110, 25],
      [150, 40],
      [220, 50],
    ]);
    expect(hand.props("t")).toMatchObject({ w: 220, h: 50, scale: 2, autoWidth: true });
  });
});
