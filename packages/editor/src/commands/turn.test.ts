import { boxCenter } from "@inkroom/geometry";
import { pageFrameBounds, type Shape, toPage } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";

const line = (id: string, x: number, y: number, vertices: readonly number[], rotation = 0): Shape =>
  ({ ...rect(id, x, y), kind: "line", vertices, rotation, w: undefined, h: undefined, fill: undefined }) as unknown as Shape; // reason: a line has no box

describe("flipping", () => {
  it("mirrors places about the middle of the selection, and lines in themselves", () => {
    const hand = new Hand([rect("a", 0, 0), rect("b", 300, 50, 50, 50), line("l", 100, 100, [0, 0, 40, 20])]);
    hand.key("a", { mod: true });
    hand.key("H", { shift: true });
    expect(hand.props("a")).toMatchObject({ x: 250, y: 0 });
    expect(hand.props("b")).toMatchObject({ x: 0, y: 50 });
    expect(hand.props("l")).toMatchObject({ x: 250, y: 100, vertices: [0, 0, -40, 20] });
    hand.key("V", { shift: true });
    expect(hand.props("b")).toMatchObject({ x: 0, y: 20 });
    expect(hand.props("l")["vertices"]).toEqual([0, 0, -40, -20]);
    hand.undo();
    hand.undo();
    expect(hand.props("l")).toMatchObject({ x: 100, y: 100, vertices: [0, 0, 40, 20] });
    expect(hand.state.canUndo).toBe(false);
  });

  it.each(["edit.flip-x", "edit.flip-y"] as const)("%s of a turned line is its mirror image, point by point", (id) => {
    const hand = new Hand([line("l", 100, 100, [0, 0, 80, 20, 60, 90], 0.7)]);
    hand.editor.select(["l"]);
    const points = (shape: Shape) => [0, 1, 2].map((i) => toPage(shape, { x: vertex(shape, i * 2), y: vertex(shape, i * 2 + 1) }));
    const before = points(hand.shape("l"));
    const frame = (shape: Shape) => boxCenter(pageFrameBounds(shape));
    const middle = frame(hand.shape("l"));
    hand.editor.run(id);
    for (const [i, point] of points(hand.shape("l")).entries()) {
      const from = before[i] ?? { x: NaN, y: NaN };
      expect(point.x).toBeCloseTo(id === "edit.flip-x" ? 2 * middle.x - from.x : from.x, 6);
      expect(point.y).toBeCloseTo(id === "edit.flip-x" ? from.y : 2 * middle.y - from.y, 6);
    }
  });

  it("a text changes its place and stays legible", () => {
    const hand = new Hand([text("t", 0, 0, "hello"), rect("a", 200, 0)]);
    const { w, h } = hand.props("t");
    hand.editor.select(["t", "a"]);
    hand.editor.run("edit.flip-x");
    expect(hand.props("t")).toMatchObject({ x: 300 - Number(w), w, h, scale: 1 });
  });

  it("what stands as its own mirror image is not written", () => {
    const hand = new Hand([rect("a", 0, 0)]);
    hand.editor.select(["a"]);
    hand.editor.run("edit.flip-x");
    expect([hand.board.commits.length, hand.state.canUndo]).toEqual([0, false]);
  });
});

function vertex(shape: Shape, at: number): number {
  return "vertices" in shape ? (shape.vertices[at] ?? NaN) : NaN;
}
