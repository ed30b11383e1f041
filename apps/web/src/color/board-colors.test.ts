import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { boardColors, MAX_BOARD_COLORS } from "./board-colors.ts";

test("the colours of a board that are not of the palette, those of most shapes first, insides that are seen among them", () => {
  const shapes = [
    fixture("rect", { color: "red", fill: "solid", fillColor: "#111111" }),
    fixture("rect", { color: "#222222", fill: "none", fillColor: "#333333" }),
    fixture("draw", { color: "#222222" }),
    fixture("note", { color: "#aaaaaa" }),
    fixture("image"),
    fixture("line", { color: "#111111" }),
    fixture("text", { color: "#222222" }),
  ];
  expect(boardColors(shapes)).toEqual(["#222222", "#111111", "#aaaaaa"]);
  expect(boardColors([])).toEqual([]);
});

test("so many and no more", () => {
  const shapes = Array.from({ length: 40 }, (_, i) => fixture("draw", { color: `#0000${(i + 16).toString(16)}` }));
  expect(boardColors(shapes)).toHaveLength(MAX_BOARD_COLORS);
});
