import { expect, it } from "vitest";
import { Hand } from "../../test-hand.ts";

it("the laser shows where it is while it is pressed, and writes nothing", () => {
  const hand = new Hand();
  hand.key("k", { code: "KeyK" });
  expect(hand.state.tool).toBe("laser");
  hand.move([5, 5]);
  expect(hand.state.laser).toBeUndefined();
  hand.down([10, 20]);
  expect(hand.state.laser).toEqual([{ x: 10, y: 20 }]);
  hand.move([30, 20]);
  expect(hand.state.laser).toEqual([{ x: 30, y: 20 }]);
  hand.up([30, 20]);
  expect([hand.state.laser, hand.state.tool, hand.board.commits.length]).toEqual([undefined, "laser", 0]);
  hand.key("k", { code: "KeyK" });
  expect(hand.state.tool).toBe("select");
});

it("viewers have it", () => {
  const hand = new Hand();
  hand.board.canEdit = false;
  hand.editor.setTool("laser");
  hand.down([1, 2]);
  expect(hand.state.laser).toEqual([{ x: 1, y: 2 }]);
});
