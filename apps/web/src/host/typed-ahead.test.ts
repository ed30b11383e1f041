import { describe, expect, test } from "vitest";
import { createTypedAhead } from "./typed-ahead.ts";

describe("keys pressed before their field is there", () => {
  test("are its text, letter by letter, until Enter", () => {
    const typed = createTypedAhead();
    for (const key of ["e", "s", "x", "Backspace", "Shift", "ñ", "😀", "Dead", "Enter", "z"]) typed.press(key);
    expect(typed.read()).toEqual({ text: "esñ😀", isEntered: true });
  });

  test("for a field of several lines, Enter ends one of them", () => {
    const typed = createTypedAhead({ hasLines: true });
    for (const key of ["a", "Enter", "b", "Enter", "Backspace"]) typed.press(key);
    expect(typed.read()).toEqual({ text: "a\nb", isEntered: false });
  });

  test("are read as often as one likes, until the next field is asked for", () => {
    const typed = createTypedAhead();
    typed.press("a");
    typed.press("Enter");
    expect([typed.read(), typed.read()]).toEqual([
      { text: "a", isEntered: true },
      { text: "a", isEntered: true },
    ]);
    typed.clear();
    typed.press("b");
    expect(typed.read()).toEqual({ text: "b", isEntered: false });
  });
});
