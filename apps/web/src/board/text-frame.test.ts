import { PLAIN_FACE } from "@inkroom/shapes";
import type { TextShape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { type TextFrame, textFrame } from "./text-frame.ts";

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
  link: "",
  text: "hi",
  w: 40,
  h: 25,
  autoWidth: true,
  scale: 1,
  align: "left",
  ...PLAIN_FACE,
  color: "ink",
  size: "m",
};

function frameOf(...args: Parameters<typeof textFrame>): TextFrame {
  const frame = textFrame(...args);
  if (frame === undefined) throw new Error("nothing can be written on it");
  return frame;
}

test("the field stands where the shape is seen, laid out in page units", () => {
  const { style, wraps } = frameOf(shape, { x: 10, y: 20, zoom: 2 });
  expect(style.transform).toBe("translate(40px, 60px) scale(2)");
  expect(style.font).toContain(" 20px/");
  expect(wraps).toBe(false);
});

test("a turned text is turned about its centre", () => {
  const { style } = frameOf({ ...shape, rotation: 1 }, { x: 0, y: 0, zoom: 1 });
  expect(style.transform).toContain("translate(20px, 12.5px) rotate(1rad) translate(-20px, -12.5px)");
});

test("a fixed width wraps at it", () => {
  expect(frameOf({ ...shape, autoWidth: false }, { x: 0, y: 0, zoom: 1 })).toMatchObject({ wraps: true, style: { width: "40px" } });
});

test("a label's field stands in the middle of its shape, a line high before anything is written", () => {
  const rect = fixture("rect", { x: 100, y: 50, w: 200, h: 125, fill: "solid", size: "m" });
  expect(frameOf(rect, { x: 0, y: 0, zoom: 1 })).toMatchObject({
    style: {
      transform: "translate(108px, 100px) scale(1)",
      width: "184px",
      height: "25px",
      textAlign: "center",
      color: "light-dark(#ffffff, #17181b)",
    },
    wraps: true,
  });
  const { style } = frameOf({ ...rect, fill: "semi", text: "a\nb", textW: 10, textH: 50, rotation: 1 }, { x: 0, y: 0, zoom: 2 });
  expect(style.transform).toBe("translate(216px, 175px) translate(184px, 50px) rotate(1rad) translate(-184px, -50px) scale(2)");
});

test("the words have the colour in which the canvas paints them, in either theme", () => {
  const colorOf = (...args: Parameters<typeof frameOf>): string => frameOf(...args).style.color;
  const camera = { x: 0, y: 0, zoom: 1 };
  expect(colorOf({ ...shape, color: "#000080" }, camera)).toMatch(/^light-dark\(#000080, #[0-9a-f]{6}\)$/);
  expect(colorOf(fixture("note", { color: "red" }), camera)).toBe("light-dark(#1e1d1a, #edecea)");
  expect(colorOf(fixture("note", { color: "#102040" }), camera)).toBe("light-dark(#ffffff, #ffffff)");
  expect(colorOf(fixture("rect", { color: "red", fill: "solid", fillColor: "#ffee00" }), camera)).toBe("light-dark(#17181b, #17181b)");
});

test("a list's field is where its lines are together, set from the side from which each is read", () => {
  const note = fixture("note", { x: 0, y: 0, text: "- a\n- b", textW: 52, textH: 50, align: "center" });
  const camera = { x: 0, y: 0, zoom: 1 };
  expect(frameOf(note, camera).style).toMatchObject({
    transform: "translate(74px, 75px) scale(1)",
    width: "54px",
    height: "50px",
    textAlign: "start",
  });
  // No wider than lines may be, or they would break elsewhere than on the board.
  expect(frameOf({ ...note, textW: 172 }, camera).style.width).toBe("172px");
  expect(frameOf({ ...note, text: "a\nb" }, camera).style).toMatchObject({ width: "172px", textAlign: "center" });
});
