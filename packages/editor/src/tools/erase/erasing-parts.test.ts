import { compareShapes, type DrawShape, encodePoints, type Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand } from "../../test-hand.ts";

const format = { quantum: 0.125, pressure: false } as const;
const line = (id: string, changes: Partial<DrawShape> = {}): DrawShape => {
  const points = [0, 50, 100, 150, 200].map((x) => ({ x, y: 0 }));
  return fixture("draw", { ...format, id, x: 0, y: 100, points: encodePoints(points, format), count: points.length, ...changes });
};

function partEraser(shapes: readonly Shape[]): Hand {
  const hand = new Hand(shapes);
  hand.editor.setStyle({ eraser: "part" });
  hand.editor.setTool("erase");
  return hand;
}

const ids = (hand: Hand): string[] => hand.shapes.map(({ id }) => id).sort();

describe("an eraser of parts", () => {
  it("shows the gap while it sweeps and leaves two strokes, in one step and one transaction", () => {
    const hand = partEraser([line("a")]);
    const before = hand.board.commits.length;
    hand.down([100, 60]);
    hand.move([100, 140]);
    expect(ids(hand)).toEqual(["a"]);
    expect(hand.state.preview.size).toBe(2);
    expect(hand.state.preview.get("a")).toMatchObject({ kind: "draw", x: 0 });
    hand.up([100, 140]);
    expect(hand.state.preview.size).toBe(0);
    expect(ids(hand)).toEqual(["made-1", "made-2"]);
    expect(hand.board.commits.length - before).toBe(1);
    hand.undo();
    expect(ids(hand)).toEqual(["a"]);
    hand.redo();
    expect(ids(hand)).toEqual(["made-1", "made-2"]);
  });

  it("leaves the pieces where the stroke was in the stack", () => {
    const hand = partEraser([line("low", { index: "a1" }), fixture("rect", { id: "high", index: "a2", y: 90, x: 0, w: 200, h: 20 })]);
    hand.drag([
      [100, 60],
      [100, 140],
    ]);
    expect(hand.shapes.toSorted(compareShapes).at(-1)?.id).toBe("high");
  });

  it("takes a stroke away that it has gone over as a whole, and touches nothing but strokes", () => {
    const hand = partEraser([
      line("a"),
      fixture("rect", { id: "box", x: 0, y: 80, w: 200, h: 40 }),
      fixture("line", { id: "ruled", x: 40, y: 100 }),
    ]);
    hand.down([0, 100]);
    hand.move([200, 100]);
    expect(hand.state.preview.get("a")).toMatchObject({ count: 0 });
    hand.up([200, 100]);
    expect(ids(hand)).toEqual(["box", "ruled"]);
  });

  it("leaves alone what somebody is still drawing", () => {
    const hand = partEraser([line("a", { done: false })]);
    hand.drag([
      [100, 60],
      [100, 140],
    ]);
    expect(ids(hand)).toEqual(["a"]);
  });

  it("Escape takes nothing, and what others deleted or moved meanwhile is theirs", () => {
    const hand = partEraser([line("a"), line("b", { y: 120 }), line("c", { y: 140 })]);
    hand.down([100, 60]);
    hand.move([100, 160]);
    hand.key("Escape");
    expect([ids(hand), hand.state.preview.size]).toEqual([["a", "b", "c"], 0]);
    hand.down([100, 60]);
    hand.move([100, 160]);
    hand.board.remote([
      { op: "del", ids: ["b"] },
      { op: "set", id: "c", props: { x: 500, y: 140, rotation: 0 } },
    ]);
    hand.up([100, 160]);
    expect(hand.shapes).toHaveLength(4);
    expect(hand.shapes.filter(({ x }) => x >= 500)).toHaveLength(2);
  });

  it("Shift+E takes it and gives it back", () => {
    const hand = new Hand();
    hand.key("E", { shift: true, code: "KeyE" });
    expect([hand.state.tool, hand.state.style.eraser, hand.state.cursor]).toEqual(["erase", "part", "eraser"]);
    hand.key("E", { shift: true, code: "KeyE" });
    expect([hand.state.tool, hand.state.style.eraser]).toEqual(["erase", "whole"]);
  });
});
