import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { paintMark } from "./mark-painter.ts";
import { THEMES } from "./theme.ts";

/** The names of the functions that are called to mark letters. */
function calls(shape: Parameters<typeof paintMark>[1]["shape"], from: number, to: number): readonly string[] {
  const called: string[] = [];
  const context = new Proxy({}, { get: (_, name) => () => void called.push(String(name)), set: () => true }) as CanvasRenderingContext2D;
  const screen = { camera: { x: 0, y: 0, zoom: 1 }, viewport: { w: 100, h: 100 }, pixelRatio: 1 };
  paintMark({ context, screen, theme: THEMES.light }, { shape, from, to }, (line) => line.length * 10);
  return called;
}

test("letters are marked on each line that they are on, and none on what has no words", () => {
  const words = fixture("text", { text: "one\ntwo" });
  const boxes = (from: number, to: number): number => calls(words, from, to).filter((name) => name === "roundRect").length;
  expect([boxes(0, 3), boxes(1, 6), boxes(4, 7)]).toEqual([1, 2, 1]);
  expect(calls(words, 1, 6)).toContain("fill");
  expect(calls(fixture("draw"), 0, 1)).toEqual([]);
});
