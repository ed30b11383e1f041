import { describe, expect, it } from "vitest";
import { Hand, rect } from "./test-hand.ts";

const tick = (hand: Hand, times: number) => {
  for (let i = 0; i < times; i += 1) {
    hand.clockMs += 16;
    hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  }
};

describe("a drag to the edge of the view", () => {
  it("takes the view along after a moment, what is dragged stays under the pointer, and all of it is one step", () => {
    const hand = new Hand([rect("a", 600, 200)]);
    hand.down([650, 250]);
    hand.move([700, 250]);
    hand.move([796, 250], { onScreen: true });
    tick(hand, 10);
    expect(hand.state.camera.x).toBe(0);
    tick(hand, 20);
    const { x } = hand.state.camera;
    expect(x).toBeGreaterThan(150);
    hand.up([796, 250], { onScreen: true });
    expect(hand.props("a")["x"]).toBeCloseTo(600 + 796 - 650 + x, 6);
    expect(hand.props("a")["y"]).toBe(200);
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 600, y: 200 });
  });

  it("ends where the pointer comes back, and begins with the pause anew", () => {
    const hand = new Hand([rect("a", 600, 200)]);
    hand.down([650, 250]);
    hand.move([700, 250]);
    hand.move([400, 597], { onScreen: true });
    tick(hand, 30);
    const { y } = hand.state.camera;
    expect(y).toBeGreaterThan(150);
    hand.move([400, 300], { onScreen: true });
    tick(hand, 30);
    hand.move([400, 597], { onScreen: true });
    tick(hand, 10);
    expect(hand.state.camera.y).toBe(y);
  });

  it("a marquee and a new box go along, a stroke and the hand do not", () => {
    const moved = (tool: "select" | "rect" | "draw" | "hand") => {
      const hand = new Hand();
      hand.editor.setTool(tool);
      hand.down([100, 100]);
      hand.move([50, 50]);
      hand.move([2, 300]);
      const before = hand.state.camera.x;
      tick(hand, 30);
      return hand.state.camera.x !== before;
    };
    expect([moved("select"), moved("rect"), moved("draw"), moved("hand")]).toEqual([true, true, false, false]);
  });
});
