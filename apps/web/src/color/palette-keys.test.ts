import { COLOR_NAMES } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { PALETTE_KEYS, paletteColor } from "./palette-keys.ts";

const press = (key: string, more: object = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test("each colour of the palette has a letter of its own", () => {
  expect(new Set(PALETTE_KEYS).size).toBe(COLOR_NAMES.length);
  expect(PALETTE_KEYS.map((key) => paletteColor(press(key)))).toEqual([...COLOR_NAMES]);
});

test("the letter counts, and where it is none of ours, its place; with other keys held it means nothing", () => {
  expect(paletteColor(press("E", { code: "KeyE" }))).toBe("red");
  expect(paletteColor(press("у", { code: "KeyE" }))).toBe("red");
  expect(paletteColor(press("a", { code: "KeyQ" }))).toBe("green");
  for (const held of ["ctrlKey", "metaKey", "altKey", "shiftKey"]) expect(paletteColor(press("e", { [held]: true }))).toBeUndefined();
  expect([paletteColor(press("z")), paletteColor(press("Escape", { code: "Escape" }))]).toEqual([undefined, undefined]);
});
