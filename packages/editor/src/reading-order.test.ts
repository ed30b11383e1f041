import { expect, test } from "vitest";
import { readingOrder } from "./reading-order.ts";
import { Hand, rect } from "./test-hand.ts";

const read = (hand: Hand, isFromRight?: boolean): string =>
  readingOrder(hand.editor.view, isFromRight)
    .map(({ shape, depth }) => `${"-".repeat(depth)}${shape.id}`)
    .join(" ");

test("lines are read from the top, and each from its beginning, though its shapes are not quite level", () => {
  const hand = new Hand([rect("d", 300, 190), rect("b", 200, 15), rect("a", 0, 20), rect("c", 0, 205)]);
  expect(read(hand)).toBe("a b c d");
  expect(read(hand, true)).toBe("b a d c");
});

test("a large shape behind others does not make one line of them", () => {
  const hand = new Hand([rect("back", -50, -50, 900, 900), rect("lower", 0, 300), rect("upper", 400, 0)]);
  expect(read(hand)).toBe("back upper lower");
});

test("what lies in a shape follows it", () => {
  const hand = new Hand([rect("z", 0, 400), rect("box", 0, 0, 300, 300), rect("in", 10, 500, 10, 10, { parent: "box" })]);
  expect(read(hand)).toBe("box -in z");
});

test("an empty board reads as nothing", () => {
  expect(read(new Hand())).toBe("");
});
