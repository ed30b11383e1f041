import { expect, test } from "vitest";
import { fixture } from "../fixtures.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { blockOfText } from "./display-list.ts";
import { caretBox, selectionBoxes } from "./caret-place.ts";

/** Every letter is 10 wide. */
const measure: LineMeasurer = (line) => line.length * 10;
const text = (words: string, changes: object = {}) =>
  fixture("text", { text: words, size: "m", scale: 1, align: "left", autoWidth: true, w: words.length * 10, h: 25, ...changes });

test("a caret stands before its letter, in the line of that letter", () => {
  const shape = text("ab\ncd");
  const at = (offset: number) => caretBox(blockOfText(shape), offset, measure);
  expect([0, 2, 3, 5].map(at)).toMatchObject([
    { x: 0, y: 0, w: 0 },
    { x: 20, y: 0 },
    { x: 0, y: 25 },
    { x: 20, y: 25, h: 25 },
  ]);
});

test("in a text that wraps it follows the lines as they are drawn", () => {
  const shape = text("one two", { autoWidth: false, w: 40 });
  expect([3, 4, 7].map((offset) => caretBox(blockOfText(shape), offset, measure))).toMatchObject([
    { x: 30, y: 0 },
    { x: 0, y: 25 },
    { x: 30, y: 25 },
  ]);
});

test("in a line that is read from the right it stands before the letter's right side, wherever the line is", () => {
  const words = "\u05e9\u05dc\u05d5\nab";
  expect([0, 1, 3, 4, 6].map((offset) => caretBox(blockOfText(text(words, { w: 100 })), offset, measure).x)).toEqual([30, 20, 0, 0, 20]);
  expect(caretBox(blockOfText(text(words, { align: "right", w: 100 })), 0, measure).x).toBe(100);
  expect(selectionBoxes(blockOfText(text(words, { w: 100 })), 0, 2, measure)).toMatchObject([{ x: 10, w: 20 }]);
});

test("in a centred or right text it stands where the line is", () => {
  expect(caretBox(blockOfText(text("ab", { align: "center", w: 100 })), 1, measure).x).toBe(50);
  expect(caretBox(blockOfText(text("ab", { align: "right", w: 100 })), 0, measure).x).toBe(80);
});

test("in an empty text, and past the end, it stays in the text", () => {
  expect(caretBox(blockOfText(text("")), 0, measure)).toMatchObject({ x: 0, y: 0, w: 0 });
  expect(caretBox(blockOfText(text("ab")), 9, measure)).toMatchObject({ x: 20, y: 0 });
});

test("a selection over lines covers its letters in each", () => {
  expect(selectionBoxes(blockOfText(text("abc\nde\nf")), 1, 8, measure)).toMatchObject([
    { x: 10, y: 0, w: 20 },
    { x: 0, y: 25, w: 20 },
    { x: 0, y: 50, w: 10 },
  ]);
  expect(selectionBoxes(blockOfText(text("abc")), 1, 1, measure)).toEqual([]);
});
