import { expect, test } from "vitest";
import { Hand, rect } from "./test-hand.ts";

test("a board is lost from view where it has shapes and none of them is in it", () => {
  const hand = new Hand([rect("a", 0, 0), rect("b", 300, 0)]);
  expect(hand.editor.isLost()).toBe(false);
  hand.editor.setCamera({ x: 1_000, y: 0, zoom: 1 });
  expect(hand.editor.isLost()).toBe(true);
  hand.editor.setCamera({ x: 390, y: 90, zoom: 1 });
  expect(hand.editor.isLost()).toBe(false);
});

test("an empty board, and one that is shown nowhere yet, are not lost", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.setCamera({ x: 1_000, y: 0, zoom: 1 });
  hand.editor.setViewport({ w: 0, h: 0 });
  expect(hand.editor.isLost()).toBe(false);
  hand.editor.setViewport({ w: 800, h: 600 });
  expect(hand.editor.isLost()).toBe(true);
  hand.editor.run("edit.select-all");
  hand.editor.run("edit.delete");
  expect(hand.editor.isLost()).toBe(false);
});
