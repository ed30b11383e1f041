import { expect, test } from "vitest";
import { slideAction } from "./slide-keys.ts";

const press = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {}, isOnButton = false) =>
  slideAction({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, isOnButton);

test.each(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"])("%j goes on", (key) => {
  expect(press(key)).toEqual({ kind: "step", by: 1 });
});

test.each(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"])("%j goes back, and so does Shift with Space", (key) => {
  expect([press(key), press(" ", { shiftKey: true })]).toEqual([
    { kind: "step", by: -1 },
    { kind: "step", by: -1 },
  ]);
});

test("Home and End go to the first and the last slide, Escape ends, K and F switch laser and full screen, with Caps Lock too", () => {
  expect(["Home", "End", "Escape", "k", "K", "f"].map((key) => press(key))).toEqual([
    { kind: "step", by: Number.NEGATIVE_INFINITY },
    { kind: "step", by: Number.POSITIVE_INFINITY },
    { kind: "end" },
    { kind: "laser" },
    { kind: "laser" },
    { kind: "full-screen" },
  ]);
});

test("what the browser or a button has a use for is left to it; other keys do nothing", () => {
  expect([press("r", { ctrlKey: true }), press("ArrowLeft", { altKey: true }), press("f", { metaKey: true })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([press(" ", {}, true), press("Enter", {}, true), press("ArrowRight", {}, true)]).toEqual([
    undefined,
    undefined,
    { kind: "step", by: 1 },
  ]);
  expect(["p", "v", "Delete", "Tab", "constructor"].map((key) => press(key))).toEqual(Array(5).fill(undefined));
});
