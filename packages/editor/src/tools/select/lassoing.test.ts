import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, type Point } from "../../test-hand.ts";

const box = (id: string, x: number, y: number) => fixture("rect", { id, x, y, w: 40, h: 40, fill: "none" });
const SHAPES = [
  box("a", 100, 100),
  box("b", 200, 100),
  box("far", 500, 400),
  fixture("ellipse", { id: "ring", x: 0, y: 0, w: 600, h: 400 }),
];
/** Around a, past b. */
const LOOP: readonly Point[] = [
  [80, 90],
  [160, 90],
  [160, 160],
  [80, 160],
  [80, 96],
];

function drawLoop(hand: Hand, loop: readonly Point[], options = {}): void {
  const [first = [0, 0], ...rest] = loop;
  hand.down(first, { alt: true, ...options });
  for (const point of rest) hand.move(point, { alt: true, ...options });
}

describe("a lasso", () => {
  it("takes what it has inside, not what it lies in", () => {
    const hand = new Hand(SHAPES);
    drawLoop(hand, LOOP);
    expect(hand.state.lasso?.length).toBeGreaterThan(3);
    expect(hand.selected).toEqual(["a"]);
    hand.up([80, 96], { alt: true });
    expect([hand.selected, hand.state.lasso, hand.state.brush]).toEqual([["a"], undefined, undefined]);
  });

  it("takes what its line touches, the closing line included", () => {
    const hand = new Hand(SHAPES);
    drawLoop(hand, [
      [170, 120],
      [210, 120],
      [-20, 300],
    ]);
    expect(hand.selected).toEqual(["b", "ring"]);
    const open = new Hand([box("a", 100, 100)]);
    drawLoop(open, [
      [90, 120],
      [90, 300],
      [300, 300],
      [300, 120],
    ]);
    expect(open.selected).toEqual(["a"]);
  });

  it("adds with Shift, and Escape gives back what was selected", () => {
    const hand = new Hand(SHAPES);
    hand.editor.select(["far"]);
    drawLoop(hand, LOOP, { shift: true });
    expect(hand.selected).toEqual(["a", "far"]);
    hand.key("Escape");
    expect(hand.selected).toEqual(["far"]);
  });
});
