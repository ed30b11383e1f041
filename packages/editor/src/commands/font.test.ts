import { expect, it } from "vitest";
import { Hand, rect, text } from "../test-hand.ts";

it("opens the fonts where something is written, or about to be", () => {
  const hand = new Hand([text("t", 0, 0, "one"), rect("a", 300, 300)]);
  const asked = (): number => {
    hand.key("F", { shift: true });
    return hand.opened.filter(({ kind }) => kind === "font").length;
  };
  expect(asked()).toBe(0);
  hand.editor.select(["a"]);
  expect(asked()).toBe(0);
  hand.editor.select(["t"]);
  expect(asked()).toBe(1);
  hand.key("n");
  expect(asked()).toBe(2);
  hand.board.canEdit = false;
  expect(asked()).toBe(2);
});
