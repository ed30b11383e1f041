import { BOARD_FILE_MIME, readBoardFile, writeBoardFile } from "@inkroom/interchange";
import { ALL_FIXTURES, fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { boardOnClipboard, clipboardData } from "./clipboard-data.ts";

const board = writeBoardFile([...ALL_FIXTURES, fixture("text", { id: "greek", text: '"λόγος" & <b> 🖊' })]);
const data = clipboardData(ALL_FIXTURES, { board, svg: "<svg/>", excalidraw: "{}" });

test("the board is found under its own type, and by other browsers in the HTML", () => {
  expect(boardOnClipboard((type) => data[type] ?? "")).toBe(board);
  const fromHtml = boardOnClipboard((type) => (type === "text/html" ? `<html><body>${data[type]}</body></html>` : ""));
  expect(fromHtml).toBe(board);
  expect(readBoardFile(fromHtml ?? "").kind).toBe("board");
  expect(boardOnClipboard((type) => (type === "text/plain" ? (data[type] ?? "") : ""))).toBeUndefined();
  expect(data[BOARD_FILE_MIME]).toBe(board);
});

test("other programs get a picture, and the words", () => {
  expect(data["text/html"]).toContain(`<img alt="" src="data:image/svg+xml;base64,${btoa("<svg/>")}">`);
  expect(data["text/plain"]).toContain("two\nlines");
});

test("an attribute that holds something else gives no board", () => {
  expect(boardOnClipboard((type) => (type === "text/html" ? '<div data-inkroom="a">' : ""))).toBeUndefined();
  expect(boardOnClipboard(() => "")).toBeUndefined();
});

test("thousands of shapes fit through", () => {
  const large = writeBoardFile(Array.from({ length: 3_000 }, (_, i) => fixture("rect", { id: `r${i}` })));
  const { "text/html": html = "" } = clipboardData([], { board: large, svg: "", excalidraw: "" });
  expect(boardOnClipboard((type) => (type === "text/html" ? html : ""))).toBe(large);
});
