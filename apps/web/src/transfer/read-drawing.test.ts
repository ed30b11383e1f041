import { readExcalidraw, writeBoardFile, writeExcalidraw } from "@inkroom/interchange";
import { ALL_FIXTURES, fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { readDrawing } from "./read-drawing.ts";

/** All that a board file lists. */
const SHAPES = ALL_FIXTURES.filter(({ kind }) => kind !== "paper");
const ports = { measure: () => ({ w: 10, h: 10 }), readPicture: () => undefined };
const excalidraw = (...elements: readonly object[]): string => JSON.stringify({ type: "excalidraw", elements });

test("boards and drawings of Excalidraw are read, and nothing is told where nothing was lost", () => {
  const board = readDrawing(writeBoardFile(SHAPES), ports);
  const drawing = readDrawing(writeExcalidraw([fixture("rect")], { source: "", newSeed: () => 1, now: 0 }), ports);
  expect([board, drawing]).toMatchObject([
    { kind: "drawing", lost: undefined },
    { kind: "drawing", lost: undefined },
  ]);
});

test("a board says what is printed on its paper", () => {
  expect(readDrawing(writeBoardFile(SHAPES, { pattern: "ruled" }), ports)).toMatchObject({ pattern: "ruled" });
});

test("losses are told in words, with their numbers", () => {
  const image = { type: "image" };
  expect(readDrawing(excalidraw(image, image, { type: "rectangle", width: 9, link: "javascript:1" }), ports)).toMatchObject({
    shapes: [{ kind: "rect" }],
    lost: "2 images left out and 1 link",
  });
  expect(readDrawing(writeBoardFile(SHAPES).replace('"shapes":[', '"shapes":[5,'), ports)).toMatchObject({
    lost: "1 shape could not be read and was left out",
  });
});

test("what is neither is refused, and a board of a later version as such", () => {
  expect(readDrawing("hello", ports)).toEqual({ kind: "refused", reason: "not_a_board" });
  expect(readDrawing('{"type":"inkroom/board","version":9,"shapes":[]}', ports)).toEqual({ kind: "refused", reason: "newer" });
  expect(readExcalidraw("hello", ports)).toEqual({ kind: "refused", reason: "not_a_board" });
});
