import { describe, expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const board = () => [rect("a", 100, 100, 100, 50), rect("b", 300, 200, 100, 100)];
function selected(...ids: string[]): Hand {
  const hand = new Hand(board());
  hand.editor.select(ids);
  return hand;
}

describe("a number for the selection", () => {
  test("moves its corner, one axis at a time, as one step", () => {
    const hand = selected("a", "b");
    hand.editor.place({ x: -20 });
    expect([hand.props("a"), hand.props("b")]).toMatchObject([
      { x: -20, y: 100 },
      { x: 180, y: 200 },
    ]);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 100 });
    hand.editor.place({ y: 0 });
    expect([hand.props("a")["y"], hand.props("b")["y"]]).toEqual([0, 100]);
  });

  test("sets a side, and keeps the corner and the other side", () => {
    const hand = selected("a");
    hand.editor.place({ w: 250 });
    expect(hand.props("a")).toMatchObject({ x: 100, y: 100, w: 250, h: 50 });
    hand.editor.place({ h: 0 });
    expect(hand.props("a")).toMatchObject({ w: 250, h: 1 });
    const both = selected("a", "b");
    both.editor.place({ w: 600 });
    expect([both.props("a"), both.props("b")]).toMatchObject([
      { x: 100, w: 200 },
      { x: 500, w: 200, h: 100 },
    ]);
  });

  test("turns it about its middle", () => {
    const hand = selected("a");
    hand.editor.place({ degrees: 90 });
    expect(hand.props("a")).toMatchObject({ x: 100, y: 100 });
    expect(hand.props("a")["rotation"]).toBeCloseTo(Math.PI / 2);
    hand.editor.place({ degrees: 90 });
    expect(hand.props("a")["rotation"]).toBeCloseTo(Math.PI / 2);
    hand.editor.place({ w: 200 });
    expect(hand.props("a")["w"]).toBeCloseTo(200);
  });

  test("does nothing to what is locked, what cannot be, and an empty selection", () => {
    const hand = selected("a");
    hand.editor.place({ x: 100 });
    hand.editor.place({ w: 1e9 });
    expect(hand.props("a")).toMatchObject({ x: 100, w: 100 });
    expect(hand.state.canUndo).toBe(false);
    hand.editor.run("edit.lock");
    hand.editor.place({ x: 5 });
    expect(hand.props("a")["x"]).toBe(100);
    hand.editor.select([]);
    hand.editor.place({ x: 5 });
    expect(hand.props("a")["x"]).toBe(100);
  });
});
