import { expect, test } from "vitest";
import { createWritable } from "../ui/readable.ts";
import { BoardsLeft } from "./boards-left.ts";

function boardWith(unsaved: number) {
  const status = createWritable(unsaved);
  const calls: string[] = [];
  return {
    status,
    calls,
    isSafeToClose: () => status.get() === 0,
    resume: () => void calls.push("resume"),
    dispose: () => void calls.push("dispose"),
  };
}

test("a board whose work is safe is closed when it is left", () => {
  const board = boardWith(0);
  const left = new BoardsLeft<typeof board>();
  left.leave("a", board);
  expect(board.calls).toEqual(["dispose"]);
  expect(left.comeBackTo("a")).toBeUndefined();
});

test("one with work that is nowhere else goes on until the room has it, and is closed once", () => {
  const board = boardWith(2);
  const left = new BoardsLeft<typeof board>();
  left.leave("a", board);
  board.status.set(1);
  expect(board.calls).toEqual([]);
  board.status.set(0);
  board.status.set(1);
  board.status.set(0);
  expect(board.calls).toEqual(["dispose"]);
  expect(left.comeBackTo("a")).toBeUndefined();
});

test("who comes back to it has it again", () => {
  const board = boardWith(2);
  const left = new BoardsLeft<typeof board>();
  left.leave("a", board);
  expect(left.comeBackTo("b")).toBeUndefined();
  expect(left.comeBackTo("a")).toBe(board);
  expect(left.comeBackTo("a")).toBeUndefined();
  board.status.set(0);
  expect(board.calls).toEqual(["resume"]);
});
