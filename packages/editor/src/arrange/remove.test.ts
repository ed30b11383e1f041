import { makerOf } from "@inkroom/model";
import { expect, it } from "vitest";
import { madeBy } from "../made-by.ts";
import { Hand, rect } from "../test-hand.ts";

it("clears the board of all that is not locked, in one step that the host can take back", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0), { ...rect("kept", 400, 0), locked: true }]);
  hand.editor.select(["a", "b"]);
  hand.editor.run("edit.group");
  hand.key("Delete", { mod: true });
  expect([hand.shapes.length, hand.opened]).toEqual([4, [{ kind: "clear", count: 3 }]]);
  hand.editor.clearBoard();
  expect(hand.shapes.map(({ id }) => id)).toEqual(["kept"]);
  expect(hand.cleared).toEqual([expect.arrayContaining(["a", "b"])]);
  hand.undo();
  expect(hand.shapes).toHaveLength(4);
  hand.redo();
  hand.editor.bringBack(hand.cleared[0] ?? []);
  expect(hand.shapes).toHaveLength(4);
  expect(hand.props("a")["parent"]).toBe(hand.props("b")["parent"]);
});

it("has nothing to say where nothing can be cleared", () => {
  const hand = new Hand([{ ...rect("kept", 400, 0), locked: true }]);
  hand.key("Delete", { mod: true });
  hand.editor.clearBoard();
  expect([hand.shapes.length, hand.cleared, hand.board.commits, hand.opened]).toEqual([1, [], [], []]);
});

it("takes away what one client has made, and nothing else, in one step; with a group goes what they have in it", () => {
  const hand = new Hand([rect("theirs", 0, 0), { ...rect("locked", 200, 0), locked: true }]);
  hand.editor.addShapes([rect("own", 400, 0)]);
  hand.editor.select(["theirs", "own"]);
  hand.editor.run("edit.group");
  const [maker = ""] = [hand.board.board.entry("theirs")].flatMap((entry) => (entry === undefined ? [] : [makerOf(entry)]));
  expect(madeBy(hand.editor.view, maker)).toEqual(["theirs", "locked"]);
  hand.editor.clearBoard(maker);
  expect(hand.shapes.filter(({ kind }) => kind !== "group").map(({ id }) => id)).toEqual(["own"]);
  hand.undo();
  expect(hand.shapes).toHaveLength(4);
  expect(hand.props("theirs")["parent"]).toBe(hand.props("own")["parent"]);
  hand.editor.clearBoard("nobody");
  expect(hand.shapes).toHaveLength(4);
});
