import { expect, test } from "vitest";
import { placeAfter, placeOfTyped, TypedName } from "./menu-walk.ts";

const NAMES = ["Copy", "Cut", "Paste", "Copy style"];

test("arrows go on from where one is and stop at the ends, from nowhere to the nearer end", () => {
  expect([-1, 0, 3].map((from) => placeAfter("ArrowDown", 4, from))).toEqual([0, 1, 3]);
  expect([-1, 0, 3].map((from) => placeAfter("ArrowUp", 4, from))).toEqual([3, 0, 2]);
  expect(["Home", "PageUp", "End", "PageDown", "ArrowRight", "Enter"].map((key) => placeAfter(key, 4, 1))).toEqual([
    0,
    0,
    3,
    3,
    undefined,
    undefined,
  ]);
});

test("letters lead to the name that begins with them, whatever their case, and stay at one that still does", () => {
  expect(placeOfTyped("p", NAMES, -1)).toBe(2);
  expect(placeOfTyped("CU", NAMES, 0)).toBe(1);
  expect(placeOfTyped("co", NAMES, 3)).toBe(3);
  expect(placeOfTyped("copy s", NAMES, 0)).toBe(3);
  expect(placeOfTyped("x", NAMES, 0)).toBe(-1);
  expect(placeOfTyped("x", [], -1)).toBe(-1);
});

test("one letter again and again goes from name to name and around", () => {
  expect([placeOfTyped("c", NAMES, -1), placeOfTyped("c", NAMES, 0), placeOfTyped("cc", NAMES, 1), placeOfTyped("ccc", NAMES, 3)]).toEqual([
    0, 1, 3, 0,
  ]);
});

test("letters are one name until there is a pause; a space begins none", () => {
  const typed = new TypedName();
  expect([typed.add(" ", 0), typed.add("a", 10), typed.add(" ", 900), typed.add("b", 1_800)]).toEqual([undefined, "a", "a ", "a b"]);
  expect([typed.add(" ", 2_800), typed.add("c", 2_801)]).toEqual([undefined, "c"]);
});
