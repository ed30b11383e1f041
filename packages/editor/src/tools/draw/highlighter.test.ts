import { compareShapes } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand } from "../../test-hand.ts";

function highlighter(...shapes: ConstructorParameters<typeof Hand>): Hand {
  const hand = new Hand(...shapes);
  hand.editor.setTool("highlight");
  return hand;
}

const order = (hand: Hand): string[] => hand.shapes.toSorted(compareShapes).map(({ id }) => id);

describe("the highlighter", () => {
  it("draws in a colour of its own and stays in the hand", () => {
    const hand = highlighter();
    hand.editor.setStyle({ color: "red" });
    hand.drag([
      [10, 20],
      [60, 20],
    ]);
    expect(hand.props("made-1")).toMatchObject({ nib: "highlighter", color: "yellow", done: true });
    hand.editor.setStyle({ markerColor: "pink" });
    hand.drag([
      [10, 60],
      [60, 60],
    ]);
    expect(hand.props("made-2")).toMatchObject({ color: "pink" });
    expect(hand.state.tool).toBe("highlight");
    hand.undo();
    expect(order(hand)).toEqual(["made-1"]);
  });

  it("never measures pressure: its line is even", () => {
    const hand = highlighter();
    hand.down([0, 0], { pointerType: "pen", pressure: 0.3 });
    hand.up([20, 0], { pointerType: "pen", pressure: 0.3 });
    expect(hand.props("made-1")).toMatchObject({ pressure: false });
  });

  it("goes under the ink and over what is filled", () => {
    const hand = highlighter([
      fixture("draw", { id: "old", index: "a0" }),
      fixture("rect", { id: "card", index: "a1", fill: "solid" }),
      fixture("rect", { id: "hollow", index: "a2", fill: "none" }),
      fixture("draw", { id: "ink", index: "a3" }),
    ]);
    hand.drag([
      [100, 60],
      [160, 60],
    ]);
    expect(order(hand)).toEqual(["old", "card", "made-1", "hollow", "ink"]);
  });

  it("on a board of ink alone goes under all of it", () => {
    const hand = highlighter([fixture("draw", { id: "a", index: "a0" }), fixture("text", { id: "b", index: "a1" })]);
    hand.drag([
      [100, 60],
      [160, 60],
    ]);
    expect(order(hand)).toEqual(["made-1", "a", "b"]);
  });

  it("strokes side by side share their place, however many: indices do not grow", () => {
    const hand = highlighter([fixture("rect", { id: "card", index: "a1", fill: "semi" }), fixture("draw", { id: "ink", index: "a2" })]);
    for (let i = 0; i < 100; i += 1)
      hand.drag([
        [100, 60 + i],
        [160, 60 + i],
      ]);
    const markers = hand.shapes.filter(({ id }) => id.startsWith("made-"));
    expect(markers).toHaveLength(100);
    expect(new Set(markers.map(({ index }) => index)).size).toBe(1);
    expect(order(hand)[0]).toBe("card");
    expect(order(hand).at(-1)).toBe("ink");
  });
});
