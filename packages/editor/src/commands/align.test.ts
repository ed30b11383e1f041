import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";
import type { CommandId } from "./command-id.ts";

/** Three boxes of different sizes. */
function three() {
  const hand = new Hand([rect("a", 0, 0, 100, 40), rect("b", 150, 60, 20, 20), rect("c", 400, 200, 60, 100)]);
  hand.key("a", { mod: true });
  return hand;
}
const places = (hand: Hand) => ["a", "b", "c"].map((id) => [hand.shape(id).x, hand.shape(id).y]);

describe("aligning", () => {
  it.each<[CommandId, readonly number[][]]>([
    [
      "align.left",
      [
        [0, 0],
        [0, 60],
        [0, 200],
      ],
    ],
    [
      "align.right",
      [
        [360, 0],
        [440, 60],
        [400, 200],
      ],
    ],
    [
      "align.centre-x",
      [
        [180, 0],
        [220, 60],
        [200, 200],
      ],
    ],
    [
      "align.top",
      [
        [0, 0],
        [150, 0],
        [400, 0],
      ],
    ],
    [
      "align.bottom",
      [
        [0, 260],
        [150, 280],
        [400, 200],
      ],
    ],
    [
      "align.centre-y",
      [
        [0, 130],
        [150, 140],
        [400, 100],
      ],
    ],
    [
      "align.distribute-x",
      [
        [0, 0],
        [240, 60],
        [400, 200],
      ],
    ],
    [
      "align.distribute-y",
      [
        [0, 0],
        [150, 110],
        [400, 200],
      ],
    ],
  ])("%s is one step", (id, expected) => {
    const hand = three();
    const before = places(hand);
    expect(hand.editor.run(id)).toBe(true);
    expect(places(hand)).toEqual(expected);
    hand.undo();
    expect([places(hand), hand.state.canUndo]).toEqual([before, false]);
  });

  it("a group is one thing to align, with its shapes as they lie to each other", () => {
    const hand = three();
    hand.editor.select(["a", "b"]);
    hand.key("g", { mod: true });
    hand.key("a", { mod: true });
    hand.key("ArrowRight", { mod: true, shift: true });
    expect(places(hand)).toEqual([
      [290, 0],
      [440, 60],
      [400, 200],
    ]);
  });

  it("turned shapes are aligned by what they cover", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 20, { rotation: Math.PI / 2 }), rect("b", 300, 0, 50, 50)]);
    hand.key("a", { mod: true });
    hand.key("ArrowLeft", { mod: true, shift: true });
    expect(hand.shape("b").x).toBeCloseTo(40, 9);
  });

  it("is not offered for too few", () => {
    const hand = three();
    hand.editor.select(["a"]);
    expect(hand.editor.run("align.left")).toBe(false);
    hand.editor.select(["a", "b"]);
    expect(hand.editor.run("align.distribute-x")).toBe(false);
  });
});

describe("the look of a shape", () => {
  it("is given to others as far as they have it, as one step, and not to what is drawn next", () => {
    const hand = new Hand([
      rect("a", 0, 0, 50, 50, { color: "red", fill: "semi", size: "xl", opacity: 0.5 } as never),
      rect("b", 100, 0),
      text("t", 300, 0, "hi"),
    ]);
    hand.editor.select(["b"]);
    expect(hand.editor.run("edit.paste-style")).toBe(false);
    hand.editor.select(["a"]);
    hand.key("ç", { mod: true, alt: true, code: "KeyC" });
    hand.editor.select(["b", "t"]);
    hand.key("v", { mod: true, alt: true });
    expect(hand.props("b")).toMatchObject({ color: "red", fill: "semi", size: "xl", opacity: 0.5 });
    expect(hand.props("t")).toMatchObject({ color: "red", size: "xl", opacity: 0.5 });
    expect(hand.state.style.color).toBe("ink");
    hand.undo();
    expect([hand.props("b")["color"], hand.props("t")["size"], hand.state.canUndo]).toEqual(["ink", "m", false]);
  });
});
