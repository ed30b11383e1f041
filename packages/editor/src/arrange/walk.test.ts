import { PAGE_ID } from "@inkroom/shapes";
import { describe, expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const next = (hand: Hand) => hand.editor.run("edit.select-next");
const back = (hand: Hand) => hand.editor.run("edit.select-previous");
/** Two lines, written down in another order. */
const board = () => [rect("c", 100, 300, 50, 50), rect("b", 300, 100, 50, 50), rect("a", 100, 100, 50, 50)];

describe("walking a board", () => {
  test("leads through its shapes in reading order, and no further than the ends", () => {
    const hand = new Hand(board());
    const seen = Array.from({ length: 4 }, () => {
      next(hand);
      return hand.selected.join();
    });
    expect(seen).toEqual(["a", "b", "c", "c"]);
    expect(hand.state.walked).toEqual({ id: "c", place: 3, count: 3 });
    const { walked } = hand.state;
    next(hand);
    expect(hand.state.walked, "nothing to be said").toBe(walked);
    back(hand);
    back(hand);
    back(hand);
    expect(hand.selected).toEqual(["a"]);
  });

  test("goes on from what was selected by hand, and back from nothing leads nowhere", () => {
    const hand = new Hand(board());
    back(hand);
    expect(hand.selected).toEqual([]);
    hand.editor.select(["a", "b"]);
    next(hand);
    expect(hand.selected).toEqual(["c"]);
  });

  test("knows what has been added and taken away since", () => {
    const hand = new Hand(board());
    next(hand);
    hand.board.remote([
      { op: "del", ids: ["b"] },
      { op: "add", shape: rect("d", 400, 100, 50, 50) },
    ]);
    next(hand);
    expect(hand.selected).toEqual(["d"]);
  });

  test("moves the view to what is out of sight only", () => {
    const hand = new Hand([rect("near", 100, 100), rect("far", 3000, 3000)]);
    const { camera } = hand.state;
    next(hand);
    expect(hand.state.camera).toEqual(camera);
    next(hand);
    expect(hand.state.camera).toEqual({ x: 3050 - 400, y: 3050 - 300, zoom: 1 });
  });

  test("takes a group as one, and its shapes one by one when it has been entered", () => {
    const hand = new Hand(board());
    hand.editor.select(["a", "b"]);
    hand.editor.run("edit.group");
    hand.editor.select([]);
    next(hand);
    expect(hand.selected).toEqual(["a", "b"]);
    expect(hand.state.walked).toMatchObject({ place: 1, count: 2 });
    next(hand);
    expect(hand.selected).toEqual(["c"]);
    hand.editor.select([]);
    hand.doubleClick([125, 125]);
    expect(hand.selected).toEqual(["a"]);
    next(hand);
    expect(hand.selected).toEqual(["b"]);
    expect(hand.shape("a").parent).not.toBe(PAGE_ID);
  });

  test("is for the select tool: others leave Tab to the page", () => {
    const hand = new Hand(board());
    hand.editor.setTool("rect");
    expect(next(hand)).toBe(false);
    expect(hand.selected).toEqual([]);
  });
});
