import { expect, it } from "vitest";
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
