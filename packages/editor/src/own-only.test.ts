import { ownGuard } from "@inkroom/model/own-work";
import { expect, test } from "vitest";
import { Hand, rect } from "./test-hand.ts";

/** Somebody else's square on the left, an own one on the right; the link lets one add. */
function adding() {
  const hand = new Hand([rect("theirs", 0, 0)]);
  hand.board.commit([{ op: "add", shape: rect("own", 200, 0, 100, 100, { index: "a1" }) }]);
  hand.board.guard = ownGuard((client) => client === hand.board.client);
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  return hand;
}

test("the hand takes own shapes and passes over those of others", () => {
  const hand = adding();
  hand.click([50, 50]);
  expect(hand.selected).toEqual([]);
  hand.drag([
    [50, 50],
    [60, 60],
    [90, 90],
  ]);
  hand.key("a", { mod: true });
  expect(hand.selected).toEqual(["own"]);
  hand.key("Delete");
  expect(hand.shapes.map(({ id }) => id)).toEqual(["theirs"]);
  hand.undo();
  expect(hand.shapes.map(({ id }) => id)).toEqual(["theirs", "own"]);
});

test("what is selected all the same can be copied and not changed", () => {
  const hand = adding();
  hand.editor.select(["theirs", "own"]);
  expect([hand.state.isLocked, hand.editor.run("edit.delete"), hand.editor.run("edit.group")]).toEqual([true, false, false]);
  expect(hand.editor.run("edit.copy")).toBe(true);
  hand.editor.setStyle({ color: "red" });
  hand.editor.setLink("theirs", "https://ink.example/");
  expect([hand.shape("theirs"), hand.shape("own")]).toMatchObject([{ color: "ink", link: "" }, { color: "red" }]);
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
