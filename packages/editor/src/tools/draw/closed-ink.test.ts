import { isFilled } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, it } from "vitest";
import { sharedStyle } from "../../style.ts";
import { Hand, type Point } from "../../test-hand.ts";

/** A circle's points, from its right end; `share` of it. */
const ring = (x: number, y: number, share = 1): Point[] =>
  Array.from({ length: 41 }, (_, i): Point => {
    const angle = (i / 40) * 2 * Math.PI * share;
    return [x + 50 * Math.cos(angle), y + 50 * Math.sin(angle)];
  });

function drawn(hand: Hand, points: readonly Point[], id: string) {
  hand.editor.setTool("draw");
  hand.drag(points);
  return hand.shape(id);
}

it("a stroke takes the chosen fill along, and is filled where it closes itself, under the pen already", () => {
  const hand = new Hand();
  hand.editor.setStyle({ fill: "dots", fillColor: "teal" });
  hand.editor.setTool("draw");
  const [first = [0, 0], ...rest] = ring(100, 100);
  hand.down(first);
  for (const point of rest.slice(0, 20)) hand.move(point);
  const seen = () => [...hand.state.preview.values()].map(isFilled);
  expect(seen()).toEqual([false]);
  for (const point of rest.slice(20)) hand.move(point);
  expect(seen()).toEqual([true]);
  hand.up(first);
  expect(hand.shape("made-1")).toMatchObject({ fill: "dots", fillColor: "teal", done: true });
  expect(isFilled(hand.shape("made-1"))).toBe(true);
  expect(isFilled(drawn(hand, ring(300, 100, 0.8), "made-2"))).toBe(false);
  hand.undo();
  hand.undo();
  expect(hand.shapes).toEqual([]);
});

it("a fill is shown for and given to ink that has closed itself, and no other", () => {
  const hand = new Hand();
  const [loop, arc] = [drawn(hand, ring(100, 100), "made-1"), drawn(hand, ring(300, 100, 0.8), "made-2")];
  expect(sharedStyle([loop, arc])).toMatchObject({ fill: "none", fillColor: "same" });
  expect(sharedStyle([arc])).not.toHaveProperty("fill");
  hand.editor.setTool("select");
  hand.editor.select(["made-1", "made-2"]);
  hand.editor.setStyle({ fill: "solid", fillColor: "red" });
  expect(hand.shape("made-1")).toMatchObject({ fill: "solid", fillColor: "red" });
  expect(hand.shape("made-2")).toMatchObject({ fill: "none", fillColor: "same" });
  hand.undo();
  expect(hand.shape("made-1")).toMatchObject({ fill: "none", fillColor: "same" });
});

it("a highlighter is never filled, and goes over ink that is", () => {
  const hand = new Hand([fixture("draw", { id: "pen", index: "a5" })]);
  hand.editor.setStyle({ fill: "solid" });
  drawn(hand, ring(100, 100), "made-1");
  hand.editor.setTool("highlight");
  hand.drag(ring(100, 100));
  expect(hand.shape("made-2")).toMatchObject({ nib: "highlighter", fill: "none" });
  expect(hand.shape("made-2").index > hand.shape("made-1").index).toBe(true);
});

it("a click inside takes filled ink, and passes through ink that is not", () => {
  const hand = new Hand();
  drawn(hand, ring(100, 100), "made-1");
  hand.editor.setTool("select");
  hand.click([100, 100]);
  expect(hand.selected).toEqual([]);
  hand.click([150, 100]);
  hand.editor.setStyle({ fill: "semi" });
  hand.key("Escape");
  hand.click([100, 100]);
  expect(hand.selected).toEqual(["made-1"]);
});
