import { ownGuard } from "@inkroom/model/own-work";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { COMMANDS } from "./commands/registry.ts";
import { Hand, rect, text } from "./test-hand.ts";

/** Somebody else's square on the left, an own one on the right; the link lets one add. */
function adding() {
  const hand = new Hand([rect("theirs", 0, 0)]);
  hand.board.commit([{ op: "add", shape: rect("own", 200, 0, 100, 100, { index: "a1" }) }]);
  hand.board.guard = ownGuard((client) => client === hand.board.client);
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  return hand;
}

/** The ids and places of what is on the board. */
const places = (hand: Hand) => hand.shapes.map(({ id, x, y }) => [id, x, y]);

test("a click takes what others have made, and nothing that would change it is offered or done", () => {
  const hand = adding();
  hand.editor.select(["own"]);
  hand.click([50, 50]);
  expect([hand.selected, hand.state.isForeign, hand.state.isLocked, hand.state.cursor]).toEqual([["theirs"], true, true, "default"]);
  const off = COMMANDS.filter(({ id }) =>
    /^(align|order)|edit\.(delete|cut|group|ungroup|lock)|nudge|turn|flip|edit-text|paste-style|link\.edit|style\./.test(id),
  );
  expect(off.filter((command) => command.isEnabled(hand.state)).map(({ id }) => id)).toEqual([]);
  const before = places(hand);
  for (const key of ["Delete", "ArrowRight", "Enter", "]"]) hand.key(key);
  hand.doubleClick([50, 50]);
  expect([places(hand), hand.state.editingText]).toEqual([before, undefined]);
});

test("a drag that begins on somebody else's shape is a marquee, and so is one on a mixed selection", () => {
  const hand = adding();
  const before = places(hand);
  hand.drag([
    [50, 50],
    [60, 60],
    [210, 90],
  ]);
  expect([hand.selected, places(hand)]).toEqual([["own"], before]);
  hand.click([50, 50], { shift: true });
  expect([hand.selected, hand.state.isLocked]).toEqual([["own", "theirs"], true]);
  hand.drag([
    [250, 50],
    [260, 60],
    [290, 90],
  ]);
  expect([hand.selected, places(hand)]).toEqual([["own"], before]);
});

test("a sweep takes own shapes before those of others, and those where there are no others", () => {
  const hand = adding();
  hand.key("a", { mod: true });
  expect(hand.selected).toEqual(["own"]);
  hand.key("Delete");
  expect(hand.shapes.map(({ id }) => id)).toEqual(["theirs"]);
  hand.key("a", { mod: true });
  expect(hand.selected).toEqual(["theirs"]);
  hand.undo();
  expect(hand.shapes.map(({ id }) => id)).toEqual(["theirs", "own"]);
  hand.drag([
    [-20, -20],
    [0, 0],
    [120, 120],
  ]);
  expect(hand.selected).toEqual(["theirs"]);
});

test("of a mixed selection nothing is changed, and all of it is copied", () => {
  const hand = adding();
  hand.editor.select(["theirs", "own"]);
  expect([hand.state.isLocked, hand.editor.run("edit.delete"), hand.editor.run("edit.group")]).toEqual([true, false, false]);
  expect(hand.editor.run("edit.copy")).toBe(true);
  hand.editor.setStyle({ color: "red" });
  hand.editor.setLink("theirs", "https://ink.example/");
  expect([hand.shape("theirs"), hand.shape("own")]).toMatchObject([{ color: "ink", link: "" }, { color: "ink" }]);
  hand.key("d", { mod: true });
  expect([hand.selected.length, hand.state.isForeign, hand.state.isLocked, hand.shapes.length]).toEqual([2, false, false, 4]);
});

test("what others have locked, cleared or ticked stays so", () => {
  const hand = new Hand([text("theirs", 0, 0, "[ ] one"), rect("locked", 0, 200, 100, 100, { locked: true })]);
  hand.board.guard = ownGuard((client) => client === hand.board.client);
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  const before = hand.shapes;
  hand.click([6, 12]);
  hand.editor.run("edit.unlock-all");
  hand.editor.clearBoard();
  expect(hand.shapes).toEqual(before);
});

test("a copy of a frame is what lies in it, and a copy out of somebody else's group stands by itself", () => {
  const hand = new Hand([
    fixture("frame", { id: "frame", x: 0, y: 0, w: 300, h: 300 }),
    rect("in", 20, 20, 40, 40, { parent: "frame" }),
    fixture("group", { id: "group" }),
    rect("a", 500, 0, 40, 40, { parent: "group" }),
    rect("b", 600, 0, 40, 40, { parent: "group" }),
  ]);
  hand.board.guard = ownGuard((client) => client === hand.board.client);
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  hand.editor.select(["frame"]);
  hand.key("d", { mod: true });
  expect(hand.selected.map((id) => hand.shape(id).kind)).toEqual(["rect"]);
  hand.doubleClick([500, 20]);
  expect(hand.selected).toEqual(["a"]);
  hand.key("d", { mod: true });
  const made = hand.shapes.filter(({ id }) => !["frame", "in", "group", "a", "b"].includes(id));
  expect(made.map(({ kind, parent }) => [kind, parent])).toEqual([
    ["rect", "frame"],
    ["rect", "page"],
  ]);
  expect(hand.editor.addShapes([fixture("frame", { id: "pasted" }), rect("with", 900, 0, 9, 9, { parent: "pasted" })])).toBe(true);
  expect([hand.shape("with").parent, hand.shapes.some(({ id }) => id === "pasted")]).toEqual(["page", false]);
});

test("there are no frames to make and no paper to choose, and the tool in the hand is put down for it", () => {
  const hand = new Hand();
  hand.editor.setTool("frame");
  hand.board.guard = ownGuard((client) => client === hand.board.client);
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  expect([hand.state.tool, hand.state.ownOnly, hand.editor.run("tool.frame"), hand.editor.run("paper.dots")]).toEqual([
    "select",
    true,
    false,
    false,
  ]);
  hand.editor.setTool("frame");
  expect(hand.state.tool).toBe("select");
  hand.board.guard = undefined;
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  expect([hand.state.ownOnly, hand.editor.run("tool.frame")]).toEqual([false, true]);
});

test("own shapes are grouped as ever", () => {
  const hand = adding();
  expect(hand.editor.addShapes([rect("new", 400, 0)])).toBe(true);
  hand.editor.select(["own", "new"]);
  hand.key("g", { mod: true });
  const group = hand.shapes.find(({ kind }) => kind === "group");
  expect([hand.shape("own").parent, hand.shape("new").parent]).toEqual([group?.id, group?.id]);
});
