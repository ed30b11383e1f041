import { expect, test } from "vitest";
import { baselineOffset } from "./font.ts";
import { layoutLines, textExtent } from "./layout.ts";

/** Every character is half as wide as the font is high. */
const measureLine = (line: string, fontSize: number): number => line.length * fontSize * 0.5;
const lines = (text: string, maxWidth: number): string[] => layoutLines(text, { fontSize: 10, maxWidth }, measureLine);

test("lines end at \\n only, where no width is given", () => {
  expect(layoutLines("a b\n\nc", { fontSize: 10 }, measureLine)).toEqual(["a b", "", "c"]);
});

test("without a measurer nothing wraps", () => {
  expect(layoutLines("a long line", { fontSize: 10, maxWidth: 5 })).toEqual(["a long line"]);
});

test("words wrap, and the spaces behind them hang over the edge", () => {
  expect(lines("one two three", 35)).toEqual(["one two ", "three"]);
  expect(lines("one two   three", 35)).toEqual(["one two   ", "three"]);
});

test("a line that fits exactly does not wrap", () => {
  expect(lines("one two", 35)).toEqual(["one two"]);
});

test("a word longer than the line is broken between characters", () => {
  expect(lines("abcdefg", 15)).toEqual(["abc", "def", "g"]);
  expect(lines("x abcdefg", 15)).toEqual(["x ", "abc", "def", "g"]);
});

test("what people see as one character is not broken", () => {
  const family = "👨‍👩‍👧";
  expect(lines(`${family}${family}`, 1)).toEqual([family, family]);
});

test("wrapping loses no character", () => {
  const text = "Calm paper,  sharp ink \n and more";
  expect(lines(text, 30).join("")).toBe(text.replace("\n", ""));
});

test("the extent is the longest line and all lines' height", () => {
  expect(textExtent("ab\nabcd", { fontSize: 10 }, measureLine)).toEqual({ w: 20, h: 25 });
  expect(textExtent("", { fontSize: 10 }, measureLine)).toEqual({ w: 0, h: 12.5 });
  expect(textExtent("ab cd", { fontSize: 10, maxWidth: 12 }, measureLine)).toEqual({ w: 10, h: 25 });
});

test("baselines of the four font sizes are on whole pixels", () => {
  expect([16, 20, 32, 48].map((size) => baselineOffset(size))).toEqual([16, 19, 31, 47]);
});
