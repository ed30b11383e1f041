import type { TextMeasurer } from "@inkroom/editor";
import { readBoardFile, writeBoardFile } from "@inkroom/interchange";
import { MAX_TEXT_LENGTH, type Shape, PLAIN_FACE } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { textShapeOf } from "./pasted-text.ts";

const STYLE = { color: "red", size: "l", opacity: 0.5, ...PLAIN_FACE } as const;
const measure: TextMeasurer = (text, { fontSize, maxWidth }) => {
  const w = Math.max(...text.split("\n").map((line) => line.length)) * fontSize;
  return { w: maxWidth ?? w, h: fontSize * (maxWidth === undefined ? 1 : Math.ceil(w / maxWidth)) };
};
const isValid = (shape: Shape | undefined): boolean => {
  const reading = readBoardFile(writeBoardFile(shape === undefined ? [] : [shape]));
  return reading.kind === "board" && reading.shapes.length === 1;
};

test("text is one shape in the style of the hand, with plain line ends and no blank end", () => {
  const shape = textShapeOf("one\r\n\ttwo  \n\n", STYLE, measure);
  expect(shape).toMatchObject({ ...STYLE, text: "one\n    two", autoWidth: true });
  expect(isValid(shape)).toBe(true);
});

test("long lines are wrapped", () => {
  expect(textShapeOf("x".repeat(100), STYLE, measure)).toMatchObject({ autoWidth: false, w: 640, h: 5 * 32 });
});

test("what is longer than a text may be is cut, between whole characters", () => {
  const shape = textShapeOf(`${"x".repeat(MAX_TEXT_LENGTH - 1)}🖊🖊`, STYLE, measure);
  expect(shape?.text).toHaveLength(MAX_TEXT_LENGTH);
  expect(isValid(shape)).toBe(true);
});

test("blank text is no shape", () => {
  expect(textShapeOf(" \n\t", STYLE, measure)).toBeUndefined();
});
