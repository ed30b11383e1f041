import { boxCenter } from "@inkroom/geometry";
import { pageFrameBounds, type Shape, turnHandlePosition } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { Hand, type Point, rect, text } from "../../test-hand.ts";

/** Where the handle for turning is, for a selection without rotation at zoom 1. */
const handleOf = (x: number, y: number): Point => [x, y - 26];
const centreOf = (shape: Shape) => boxCenter(pageFrameBounds(shape));
const degrees = (shape: Shape) => (shape.rotation * 180) / Math.PI;

describe("turning", () => {
  it("the handle above the frame turns a shape about its centre by whole degrees, as one step", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.down(handleOf(50, 0));
    hand.move([90, -20]);
    hand.move([126.3, 50.4]);
    expect(hand.state.heldFrame?.rotation).toBeCloseTo(Math.PI / 2, 5);
    hand.up([126.3, 50.4]);
    expect(degrees(hand.shape("a"))).toBeCloseTo(90, 9);
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0, w: 100, h: 100 });
    expect(hand.state.heldFrame).toBeUndefined();
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0, rotation: 0 });
    expect(hand.state.canUndo).toBe(false);
  });

  it("shift turns in steps of 15 degrees, counted from the upright", () => {
    const hand = new Hand([rect("a", 0, 0, 100, 100, { rotation: 0.1 })]);
    hand.editor.select(["a"]);
    const frame = { box: { x: 0, y: 0, w: 100, h: 100 }, rotation: 0.1 };
    const { x, y } = turnHandlePosition(frame, 1);
    hand.drag(
      [
        [x, y],
        [x + 20, y],
        [105, 5],
      ],
      { shift: true },
    );
    expect(degrees(hand.shape("a")) % 15).toBeCloseTo(0, 9);
    expect(degrees(hand.shape("a"))).toBeCloseTo(45, 9);
  });

  it("a finger is held at quarter turns", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.drag([handleOf(50, 0), [90, -20], [126, 46]], { pointerType: "touch" });
    expect(degrees(hand.shape("a"))).toBeCloseTo(90, 9);
  });

  it("several shapes turn about their common centre, turned ones and texts among them, and the frame turns with them", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0, 100, 100, { rotation: 0.5 }), text("t", 120, 20, "hi")]);
    hand.editor.select(["a", "b", "t"]);
    const before = { a: centreOf(hand.shape("a")), b: centreOf(hand.shape("b")), t: hand.shape("t").rotation };
    const [left, right] = [pageFrameBounds(hand.shape("a")), pageFrameBounds(hand.shape("b"))];
    const middle = { x: (left.x + right.x + right.w) / 2, y: boxCenter(right).y };
    hand.editor.run("edit.turn-right");
    hand.undo();
    const top = Math.min(left.y, right.y);
    hand.drag([handleOf(middle.x, top), [middle.x + 40, top], [middle.x + 200, middle.y]]);
    for (const id of ["a", "b"] as const) {
      const from = before[id];
      const to = centreOf(hand.shape(id));
      expect(to.x).toBeCloseTo(middle.x - (from.y - middle.y), 6);
      expect(to.y).toBeCloseTo(middle.y + (from.x - middle.x), 6);
    }
    expect(degrees(hand.shape("t"))).toBeCloseTo(90, 6);
    expect(degrees(hand.shape("b"))).toBeCloseTo(90 + (0.5 * 180) / Math.PI, 6);
    hand.undo();
    expect(centreOf(hand.shape("b"))).toEqual(before.b);
  });

  it("escape gives back what was turned", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.down(handleOf(50, 0));
    hand.move([90, -20]);
    hand.move([126, 50]);
    hand.key("Escape");
    expect([hand.shape("a").rotation, hand.state.heldFrame, hand.state.canUndo]).toEqual([0, undefined, false]);
  });

  it("keys turn by 15 degrees about the common centre; a held key is one step", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 200, 0)]);
    hand.editor.select(["a", "b"]);
    hand.key(">", { shift: true, code: "Period" });
    for (let i = 0; i < 5; i += 1) hand.key(">", { shift: true, code: "Period", repeat: true });
    expect(degrees(hand.shape("a"))).toBeCloseTo(90, 9);
    expect(centreOf(hand.shape("a")).x).toBeCloseTo(150, 6);
    expect(centreOf(hand.shape("a")).y).toBeCloseTo(-50, 6);
    hand.key("<", { shift: true, code: "Comma" });
    expect(degrees(hand.shape("b"))).toBeCloseTo(75, 9);
    hand.undo();
    hand.undo();
    expect(hand.props("a")).toMatchObject({ x: 0, y: 0, rotation: 0 });
  });
});
