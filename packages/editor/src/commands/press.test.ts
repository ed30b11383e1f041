import { expect, it } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const COMMA = { code: "Comma" };
const over = (hand: Hand, x: number, y: number): void => hand.move([x, y], { buttons: 0 });

it("presses where the pointer is until the key is let go: a click, and a drag", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  over(hand, 50, 50);
  hand.key(",", COMMA);
  hand.keyUp(",", COMMA);
  expect(hand.selected).toEqual(["a"]);
  hand.key(",", COMMA);
  hand.key(",", { ...COMMA, repeat: true });
  over(hand, 100, 50);
  over(hand, 150, 90);
  hand.keyUp(",", COMMA);
  expect(hand.props("a")).toMatchObject({ x: 100, y: 40 });
  expect(hand.state.busy).toBe(false);
});

it("draws with the tool in the hand, and Escape takes it back", () => {
  const hand = new Hand();
  hand.key("p");
  over(hand, 10, 10);
  hand.key(",", COMMA);
  over(hand, 60, 10);
  over(hand, 90, 40);
  hand.keyUp(",", COMMA);
  expect(hand.shapes).toMatchObject([{ kind: "draw", done: true }]);
  hand.key(",", COMMA);
  over(hand, 200, 40);
  hand.key("Escape");
  hand.keyUp(",", COMMA);
  expect([hand.shapes.length, hand.state.busy]).toEqual([1, false]);
});

it("does nothing while the button is down, before the pointer was seen, and with a finger", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.key(",", COMMA);
  expect(hand.state.busy).toBe(false);
  hand.move([50, 50], { buttons: 0, pointerType: "touch" });
  hand.key(",", COMMA);
  hand.keyUp(",", COMMA);
  expect(hand.selected).toEqual([]);
  over(hand, 50, 50);
  hand.down([50, 50]);
  hand.key(",", COMMA);
  hand.keyUp(",", COMMA);
  hand.move([60, 60]);
  hand.move([80, 80]);
  hand.up([80, 80]);
  expect(hand.props("a")).toMatchObject({ x: 30, y: 30 });
});
