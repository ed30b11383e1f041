import { PATTERN_NAMES } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const pattern = (hand: Hand) => hand.editor.view.pattern;

test("each command prints its paper, as a step of its own, and a second time nothing happens", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  for (const name of PATTERN_NAMES) {
    hand.editor.run(`paper.${name}`);
    expect(pattern(hand)).toBe(name);
  }
  const commits = hand.board.commits.length;
  hand.editor.run("paper.isometric");
  expect(hand.board.commits.length).toBe(commits);
  hand.undo();
  expect(pattern(hand)).toBe("ruled");
});

test("the first paper is undone and redone, chosen again, and never selected", () => {
  const hand = new Hand([rect("a", 0, 0)]);
  hand.editor.run("paper.squares");
  hand.undo();
  expect([pattern(hand), hand.selected]).toEqual(["dots", []]);
  hand.redo();
  expect([pattern(hand), hand.selected]).toEqual(["squares", []]);
  hand.undo();
  hand.editor.run("paper.ruled");
  expect(pattern(hand)).toBe("ruled");
  hand.key("a", { mod: true });
  expect(hand.selected).toEqual(["a"]);
  hand.key("Delete");
  expect([hand.editor.view.size, pattern(hand)]).toEqual([0, "ruled"]);
});

test("who may only look cannot", () => {
  const hand = new Hand([]);
  hand.board.canEdit = false;
  expect(hand.editor.run("paper.none")).toBe(false);
  expect(pattern(hand)).toBe("dots");
});
