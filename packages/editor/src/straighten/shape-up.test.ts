import { expect, it } from "vitest";
import { Hand, type Point } from "../test-hand.ts";

const circle: readonly Point[] = Array.from({ length: 49 }, (_, i): Point => {
  const angle = (i / 48) * 2 * Math.PI;
  return [300 + 80 * Math.cos(angle), 200 + 80 * Math.sin(angle)];
});
const scribble: readonly Point[] = Array.from({ length: 40 }, (_, i): Point => [100 + (i % 5) * 40, 100 + ((i * 37) % 90)]);

const shaping = (): Hand => {
  const hand = new Hand();
  hand.key("X", { shift: true });
  return hand;
};
const kinds = (hand: Hand): readonly string[] => hand.shapes.map(({ kind }) => kind);

it("turned on it takes the pen, and each finished stroke becomes what it resembles, in its colour", () => {
  const hand = shaping();
  expect([hand.state.tool, hand.state.autoShape]).toEqual(["draw", true]);
  hand.editor.setStyle({ color: "red" });
  hand.drag(circle);
  hand.drag([
    [10, 300],
    [60, 301],
    [200, 300],
  ]);
  expect(hand.shapes).toMatchObject([
    { kind: "ellipse", color: "red" },
    { kind: "line", color: "red" },
  ]);
  expect(hand.state).toMatchObject({ tool: "draw", busy: false });
});

it("leaves alone what resembles nothing, a dot, and what the highlighter draws", () => {
  const hand = shaping();
  hand.drag(scribble);
  hand.click([500, 500]);
  hand.editor.setTool("highlight");
  hand.drag(circle);
  expect(kinds(hand)).toEqual(["draw", "draw", "draw"]);
});

it("undo brings back the stroke, and then takes it away", () => {
  const hand = shaping();
  hand.drag(circle);
  hand.undo();
  expect(kinds(hand)).toEqual(["draw"]);
  hand.undo();
  expect(kinds(hand)).toEqual([]);
  hand.redo();
  hand.redo();
  expect(kinds(hand)).toEqual(["ellipse"]);
});

it("turned off again strokes stay strokes", () => {
  const hand = shaping();
  hand.key("X", { shift: true });
  hand.drag(circle);
  expect([kinds(hand), hand.state.tool]).toEqual([["draw"], "draw"]);
});
