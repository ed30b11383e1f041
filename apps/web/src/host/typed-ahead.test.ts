import { describe, expect, test } from "vitest";
import { createTypedAhead } from "./typed-ahead.ts";

describe("keys pressed before their field is there", () => {
  test("are its text, letter by letter, until Enter", () => {
    const typed = createTypedAhead();
    for (const key of ["e", "s", "x", "Backspace", "Shift", "ñ", "😀", "Dead", "Enter", "z"]) typed.press(key);
    expect(typed.take()).toEqual({ text: "esñ😀", isEntered: true });
  });

  test("are taken once", () => {
    const typed = createTypedAhead();
    typed.press("a");
    typed.press("Enter");
    typed.take();
    typed.press("b");
    expect(typed.take()).toEqual({ text: "b", isEntered: false });
  });
});
