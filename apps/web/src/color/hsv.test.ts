import type { CustomColor } from "@inkroom/shapes";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hexOf, hsvOf, plainHex, readTyped } from "./hsv.ts";

test("any place of the field and the slider is a colour in its one way of writing", () => {
  const percent = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 360, noNaN: true }), percent, percent, (h, s, v) => {
      expect(hexOf({ h, s, v })).toMatch(/^#[0-9a-f]{6}$/);
    }),
  );
});

test("a colour has a place of its own, which is that colour", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((rgb): CustomColor => `#${rgb.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(hex, (color) => {
      expect(hexOf(hsvOf(color))).toBe(color);
    }),
  );
});

test("a colour without a hue keeps the one there was", () => {
  expect(hsvOf("#ff0000")).toEqual({ h: 0, s: 100, v: 100 });
  expect(hsvOf("#000000", 210).h).toBe(210);
  expect(hsvOf("#ffffff", 210).h).toBe(210);
  expect(hsvOf("#0000ff", 10).h).toBe(240);
});

test.each([
  ["#ABCDEF", "#abcdef"],
  ["abcdef", "#abcdef"],
  [" f80 ", "#ff8800"],
  ["#ff880080", "#ff8800"],
  ["tomato", "#ff6347"],
  ["rgb(1, 2, 3)", "#010203"],
  ["hsl(0 100% 50%)", "#ff0000"],
])("%s is typed for %s", (text, hex) => {
  expect(readTyped(text)).toBe(hex);
});

test.each(["", "#", "#12345", "url(x)", "not a colour", "constructor"])("%s is typed for no colour", (text) => {
  expect(readTyped(text)).toBeUndefined();
});

test("a colour of the palette is the one that the light theme shows", () => {
  expect([plainHex("red"), plainHex("#123456")]).toEqual(["#d0342c", "#123456"]);
});
