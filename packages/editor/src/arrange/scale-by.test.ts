import { fixture } from "@inkroom/shapes/testing";
import { expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";

const UP = { mod: true, alt: true, shift: true, code: "Equal" };
const DOWN = { mod: true, alt: true, shift: true, code: "Minus" };

const rounded = (hand: Hand, id: string) => {
  const { x, y, w, h } = hand.props(id);
  return [x, y, w, h].map((value) => Math.round(Number(value)) + 0);
};

it("scales the selection about the centre of its frame, and back", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 100, 100)]);
  hand.editor.select(["a", "b"]);
  hand.key("+", UP);
  expect(rounded(hand, "a")).toEqual([-10, -10, 110, 110]);
  expect(rounded(hand, "b")).toEqual([100, 100, 110, 110]);
  hand.key("_", DOWN);
  expect(rounded(hand, "a")).toEqual([0, 0, 100, 100]);
});

it("is one step while the key is held", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.select(["a"]);
  hand.key("+", UP);
  hand.key("+", { ...UP, repeat: true });
  hand.key("+", { ...UP, repeat: true });
  expect(hand.props("a")["w"]).toBeCloseTo(133.1, 1);
  hand.undo();
  expect(hand.props("a")["w"]).toBe(100);
});

it("makes letters larger, and lets nothing vanish", () => {
  const hand = new Hand([text("t", 0, 0, "word")]);
  hand.editor.select(["t"]);
  hand.key("+", UP);
  expect(hand.props("t")["scale"]).toBeCloseTo(1.1);
  for (let i = 0; i < 100; i += 1) hand.key("_", DOWN);
  expect(Number(hand.props("t")["w"])).toBeGreaterThan(1);
});

it("leaves alone what is locked", () => {
  const hand = new Hand([rect("a", 0, 0, 100, 100, { locked: true })]);
  hand.editor.select(["a"]);
  hand.key("+", UP);
  expect(hand.props("a")["w"]).toBe(100);
});

it("scales a line with its points", () => {
  const hand = new Hand([fixture("line", { id: "l", x: 0, y: 0, vertices: [0, 0, 100, 100], rotation: 0 })]);
  hand.editor.select(["l"]);
  hand.key("+", UP);
  expect(hand.props("l")["vertices"]).toEqual([0, 0, expect.closeTo(110), expect.closeTo(110)]);
});
