import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";

/** Three squares side by side, the first two of them in a group. */
function grouped() {
  const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0, 100, 100, { index: "a1" }), rect("c", 400, 0, 100, 100, { index: "a2" })]);
  hand.editor.select(["a", "b"]);
  hand.key("g", { mod: true });
  return hand;
}
const groupIds = (hand: Hand) => hand.shapes.filter(({ kind }) => kind === "group").map(({ id }) => id);

describe("groups", () => {
  it("a click selects the whole group, and the shapes keep their place in the stack; one step makes it, one undoes it", () => {
    const hand = grouped();
    expect(groupIds(hand)).toEqual(["made-1"]);
    expect(["a", "b", "c"].map((id) => [hand.shape(id).parent, hand.shape(id).index])).toEqual([
      ["made-1", "a0"],
      ["made-1", "a1"],
      ["page", "a2"],
    ]);
    hand.click([450, 50]);
    expect(hand.selected).toEqual(["c"]);
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["a", "b"]);
    hand.undo();
    expect([groupIds(hand), hand.shape("a").parent, hand.state.canUndo]).toEqual([[], "page", false]);
    hand.redo();
    expect([groupIds(hand), hand.shape("a").parent, hand.shape("b").parent]).toEqual([["made-1"], "made-1", "made-1"]);
  });

  it("a drag of one shape moves the group, a marquee that touches one takes all, shift takes all away", () => {
    const hand = grouped();
    hand.click([600, 300]);
    hand.drag([
      [50, 50],
      [60, 60],
      [80, 90],
    ]);
    expect([hand.props("a"), hand.props("b"), hand.props("c")]).toMatchObject([
      { x: 30, y: 40 },
      { x: 230, y: 40 },
      { x: 400, y: 0 },
    ]);
    hand.click([600, 300]);
    hand.drag([
      [-20, -20],
      [0, 0],
      [40, 60],
    ]);
    expect(hand.selected).toEqual(["a", "b"]);
    hand.click([450, 50], { shift: true });
    hand.click([60, 60], { shift: true });
    expect(hand.selected).toEqual(["c"]);
  });

  it("a double click goes into the group; escape comes out of it, then selects nothing", () => {
    const hand = grouped();
    hand.doubleClick([50, 50]);
    expect([hand.selected, hand.state.entered]).toEqual([["a"], "made-1"]);
    hand.click([250, 50]);
    expect(hand.selected).toEqual(["b"]);
    hand.key("Escape");
    expect([hand.selected, hand.state.entered]).toEqual([["a", "b"], undefined]);
    hand.key("Escape");
    expect(hand.selected).toEqual([]);
  });

  it("a click outside of an entered group leaves it", () => {
    const hand = grouped();
    hand.doubleClick([50, 50]);
    hand.click([450, 50]);
    expect([hand.selected, hand.state.entered]).toEqual([["c"], undefined]);
    hand.doubleClick([50, 50]);
    hand.click([700, 500]);
    expect(hand.state.entered).toBeUndefined();
    hand.click([250, 50]);
    expect(hand.selected).toEqual(["a", "b"]);
  });

  it("groups nest: each double click goes one deeper, and ungrouping takes the outermost apart", () => {
    const hand = grouped();
    hand.key("a", { mod: true });
    hand.key("g", { mod: true });
    const outer = groupIds(hand).find((id) => id !== "made-1") ?? "";
    expect([hand.shape("made-1").parent, hand.shape("c").parent, hand.shape("a").parent]).toEqual([outer, outer, "made-1"]);
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["a", "b", "c"]);
    hand.doubleClick([50, 50]);
    expect(hand.selected).toEqual(["a", "b"]);
    hand.doubleClick([50, 50]);
    expect([hand.selected, hand.state.entered]).toEqual([["a"], "made-1"]);
    for (let i = 0; i < 2; i += 1) hand.key("Escape");
    expect([hand.selected, hand.state.entered]).toEqual([["a", "b", "c"], undefined]);
    hand.key("G", { mod: true, shift: true });
    expect([groupIds(hand), hand.shape("c").parent, hand.shape("made-1").parent]).toEqual([["made-1"], "page", "page"]);
    hand.undo();
    expect([hand.shape("made-1").parent, hand.shape("c").parent, hand.shape("a").parent]).toEqual([outer, outer, "made-1"]);
  });

  it("one shape, or one group, is not grouped again, and what is in none is not ungrouped", () => {
    const hand = grouped();
    const commits = hand.board.commits.length;
    hand.key("g", { mod: true });
    hand.editor.select(["c"]);
    expect(hand.editor.run("edit.group")).toBe(false);
    expect(hand.editor.run("edit.ungroup")).toBe(false);
    expect(hand.board.commits.length).toBe(commits);
  });

  it("deleting all shapes of a group deletes the group, and undo brings back both", () => {
    const hand = grouped();
    hand.key("Delete");
    expect(hand.shapes.map(({ id }) => id)).toEqual(["c"]);
    hand.undo();
    hand.click([700, 500]);
    hand.click([50, 50]);
    expect(hand.selected).toEqual(["a", "b"]);
  });

  it("the eraser takes the whole group", () => {
    const hand = grouped();
    hand.key("e");
    hand.drag([
      [50, 50],
      [55, 55],
      [60, 60],
    ]);
    expect(hand.shapes.map(({ id }) => id)).toEqual(["c"]);
  });

  it("copies of a whole group are a group of their own; a copy of one of its shapes stays in it", () => {
    const hand = grouped();
    hand.key("d", { mod: true });
    const copies = hand.selected;
    const parents = new Set(copies.map((id) => hand.shape(id).parent));
    expect([copies.length, parents.size, parents.has("made-1"), parents.has("page")]).toEqual([2, 1, false, false]);
    hand.click([700, 500]);
    hand.doubleClick([10, 10]);
    hand.key("d", { mod: true });
    expect(hand.selected.map((id) => hand.shape(id).parent)).toEqual(["made-1"]);
  });

  it("a drag with Alt copies the group too", () => {
    const hand = grouped();
    hand.drag(
      [
        [50, 50],
        [60, 150],
        [50, 250],
      ],
      { alt: true },
    );
    expect(groupIds(hand).length).toBe(2);
    expect([hand.props("a"), hand.shapes.length]).toMatchObject([{ x: 0, y: 0 }, 7]);
    hand.undo();
    expect(hand.shapes.length).toBe(4);
  });

  it("a group that somebody else has taken apart or moved a shape into is what the board says", () => {
    const hand = grouped();
    hand.doubleClick([50, 50]);
    hand.board.remote([{ op: "mv", id: "c", parent: "made-1", index: "a2" }]);
    hand.key("Escape");
    expect(hand.selected).toEqual(["a", "b", "c"]);
    hand.doubleClick([50, 50]);
    hand.board.remote([{ op: "del", ids: ["made-1"] }]);
    expect(hand.state.entered).toBeUndefined();
    hand.click([250, 50]);
    expect(hand.selected).toEqual(["b"]);
  });

  it("a text in a group is edited after the group is entered", () => {
    const hand = new Hand([rect("a", 0, 0), text("t", 200, 0, "hello")]);
    hand.editor.select(["a", "t"]);
    hand.key("g", { mod: true });
    hand.doubleClick([210, 10]);
    expect(hand.state.editingText).toBeUndefined();
    hand.doubleClick([210, 10]);
    expect(hand.state.editingText?.id).toBe("t");
  });
});

describe("locks", () => {
  it("a locked shape is not taken by click, drag, marquee, lasso, eraser or select all", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0)]);
    hand.editor.select(["a"]);
    hand.key("L", { shift: true });
    hand.click([50, 50]);
    expect([hand.shape("a").locked, hand.selected]).toEqual([true, []]);
    hand.drag([
      [-20, -20],
      [0, 0],
      [250, 50],
    ]);
    expect(hand.selected).toEqual(["b"]);
    hand.drag(
      [
        [-20, -20],
        [150, -20],
        [150, 150],
        [-20, 150],
      ],
      { alt: true },
    );
    expect(hand.selected).toEqual([]);
    hand.key("a", { mod: true });
    expect(hand.selected).toEqual(["b"]);
    for (const kind of ["e", "E"]) {
      hand.key(kind, { shift: kind === "E" });
      hand.drag([
        [50, -20],
        [50, 50],
        [50, 120],
      ]);
    }
    expect(hand.shapes.length).toBe(2);
  });

  it("a right click selects it, to be unlocked; as long as it is locked nothing changes it", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { locked: true })]);
    hand.click([50, 50], { button: 2 });
    expect([hand.selected, hand.state.isLocked]).toEqual([["a"], true]);
    hand.key("Delete");
    hand.key("ArrowLeft");
    hand.editor.setStyle({ color: "red" });
    hand.drag([
      [100, 100],
      [120, 120],
      [150, 150],
    ]);
    expect(hand.board.commits).toEqual([]);
    hand.editor.select(["a"]);
    hand.key("l", { mod: true, shift: true });
    hand.key("ArrowLeft");
    expect(hand.props("a")).toMatchObject({ x: -1, locked: false });
    hand.undo();
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0, locked: true });
  });

  it("everything can be unlocked at once", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { locked: true }), rect("b", 200, 0), rect("c", 400, 0, 9, 9, { locked: true })]);
    hand.editor.run("edit.unlock-all");
    expect([hand.selected, hand.shapes.some(({ locked }) => locked)]).toEqual([["a", "c"], false]);
  });
});
