import type { CustomColor } from "@inkroom/shapes";
import fc from "fast-check";
import { expect, test } from "vitest";
import { channelsOf, contrastRatio } from "./contrast.ts";
import { paintColor, THEMES } from "./theme.ts";

const { light, dark } = THEMES;
const hex = fc.integer({ min: 0, max: 0xffffff }).map((rgb): CustomColor => `#${rgb.toString(16).padStart(6, "0")}`);
const themes = Object.values(THEMES);

test("the light theme shows what was chosen: lines, words, insides and the paper of notes", () => {
  fc.assert(
    fc.property(hex, (color) => {
      for (const shade of ["full", "words", "inside", "paper"] as const) expect(paintColor(light, { color, shade })).toBe(color);
    }),
  );
});

test("in the dark theme every line and every word can be seen, and what could be seen anyway is as it was chosen", () => {
  fc.assert(
    fc.property(hex, (color) => {
      for (const [shade, ratio] of [
        ["full", 3],
        ["words", 4.5],
      ] as const) {
        const shown = paintColor(dark, { color, shade });
        expect(contrastRatio(shown, dark.paper)).toBeGreaterThanOrEqual(ratio);
        if (contrastRatio(color, dark.paper) >= ratio) expect(shown).toBe(color);
      }
    }),
  );
});

test.each<[string, CustomColor, CustomColor]>([
  ["a vivid colour", "#ff8800", "#ff8800"],
  ["a vivid yellow", "#ffd600", "#ffd600"],
  ["a deep blue", "#0b3d91", "#0b3d91"],
  ["black", "#000000", "#000000"],
])("in the dark theme the inside of a shape in %s is as it was chosen", (_, color, shown) => {
  expect(paintColor(dark, { color, shade: "inside" })).toBe(shown);
  expect(paintColor(dark, { color, shade: "paper" })).toBe(shown);
});

test.each<[string, CustomColor]>([
  ["white", "#ffffff"],
  ["cream", "#fff3d6"],
  ["pale red", "#ffc9c9"],
  ["pale blue", "#d0ebff"],
])("in the dark theme a surface in %s is dark, in the same hue, and ink can be read on it", (_, color) => {
  const shown = paintColor(dark, { color, shade: "inside" });
  expect(contrastRatio(dark.inks.ink.full, shown)).toBeGreaterThanOrEqual(7);
  const order = (of: string): readonly number[] => [0, 1, 2].toSorted((a, b) => (channelsOf(of)[a] ?? 0) - (channelsOf(of)[b] ?? 0));
  expect(order(shown)).toEqual(order(color));
});

test("nearly black lines stand out in the dark as ink does", () => {
  for (const color of ["#000000", "#1e1e1e", "#0a1a40"] as const) {
    expect(contrastRatio(paintColor(dark, { color, shade: "full" }), dark.paper)).toBeGreaterThanOrEqual(10);
  }
});

test("what is written on a note, and on a shape that is filled, is legible in both themes, small print too", () => {
  fc.assert(
    fc.property(hex, fc.constantFrom(...themes), (color, theme) => {
      const [paper, inside] = [paintColor(theme, { color, shade: "paper" }), paintColor(theme, { color, shade: "inside" })];
      for (const shade of ["onPaper", "quiet"] as const) {
        expect(contrastRatio(paintColor(theme, { color, shade }), paper)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastRatio(paintColor(theme, { color, shade: "contrast" }), inside)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("a shape filled half goes with the paper, and a highlighter is translucent", () => {
  fc.assert(
    fc.property(hex, fc.constantFrom(...themes), (color, theme) => {
      expect(contrastRatio(paintColor(theme, { color, shade: "tint" }), theme.paper)).toBeLessThan(2.2);
      expect(paintColor(theme, { color, shade: "marker" })).toMatch(/^#[0-9a-f]{6}66$/);
    }),
  );
});

test("however many colours there are, each is shown as it is", () => {
  const many = Array.from({ length: 5_000 }, (_, i): CustomColor => `#${i.toString(16).padStart(6, "0")}`);
  for (const color of [...many, ...many]) expect(paintColor(light, { color, shade: "full" })).toBe(color);
});
