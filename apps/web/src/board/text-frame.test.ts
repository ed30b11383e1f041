import type { TextShape } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { textFrame } from "./text-frame.ts";

const shape: TextShape = {
  id: "t",
  kind: "text",
  parent: "page",
  index: "a1",
  x: 30,
  y: 50,
  rotation: 0,
  opacity: 1,
  locked: false,
  text: "hi",
  w: 40,
  h: 25,
  autoWidth: true,
  scale: 1,
  align: "left",
  color: "ink",
  size: "m",
};

test("the field stands where the shape is seen, laid out in page units", () => {
  const { style, wraps } = textFrame(shape, { x: 10, y: 20, zoom: 2 });
  expect(style.transform).toBe("translate(40px, 60px) scale(2)");
  expect(style.font).toContain(" 20px/");
  expect(wraps).toBe(false);
});

test("a turned text is turned about its centre", () => {
  const { style } = textFrame({ ...shape, rotation: 1 }, { x: 0, y: 0, zoom: 1 });
  expect(style.transform).toContain("translate(20px, 12.5px) rotate(1rad) translate(-20px, -12.5px)");
});

test("a fixed width wraps at it", () => {
  expect(textFrame({ ...shape, autoWidth: false }, { x: 0, y: 0, zoom: 1 })).toMatchObject({ wraps: true, style: { width: "40px" } });
});
