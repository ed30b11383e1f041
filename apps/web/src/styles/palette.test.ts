import { readFileSync } from "node:fs";
import { THEMES } from "@inkroom/canvas";
import { COLOR_NAMES } from "@inkroom/shapes";
import { expect, test } from "vitest";

const palette = readFileSync(new URL("palette.css", import.meta.url), "utf8");
const tokens = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** WCAG contrast of two #rrggbb colours. */
function contrastRatio(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The light and dark value of a custom property within a stretch of CSS. */
function pairOf(css: string, property: string): { light: string; dark: string } {
  const [, light = "", dark = light] = new RegExp(`${property}: (?:light-dark\\()?(#[0-9a-f]{6,8})(?:, (#[0-9a-f]{6,8}))?`).exec(css) ?? [];
  return { light, dark };
}

function ruleOf(color: string): string {
  return palette.split(`[data-color="${color}"]`)[1]?.split("}")[0] ?? "";
}

test.each(COLOR_NAMES)("the swatch of %s is the canvas' ink", (color) => {
  expect(pairOf(ruleOf(color), "--swatch")).toEqual({ light: THEMES.light.inks[color].full, dark: THEMES.dark.inks[color].full });
});

test("paper and accent are the canvas' own", () => {
  for (const name of ["paper", "accent"] as const) {
    expect(pairOf(tokens, `--${name}`)).toEqual({ light: THEMES.light[name], dark: THEMES.dark[name] });
  }
});

test.each(COLOR_NAMES)("initials on %s are legible", (color) => {
  const swatch = pairOf(ruleOf(color), "--swatch");
  const rule = ruleOf(color);
  const ink = pairOf(rule.includes("--on-swatch") ? rule : palette, "--on-swatch");
  expect(contrastRatio(ink.light, swatch.light)).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio(ink.dark, swatch.dark)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["--text", "--surface"],
  ["--text-quiet", "--surface"],
  ["--text-quiet", "--paper"],
  ["--text-quiet", "--surface-sunken"],
  ["--on-accent", "--accent"],
  ["--warn", "--warn-soft"],
  ["--bad", "--surface"],
  ["--accent", "--accent-soft"],
])("%s on %s is legible in both themes", (ink, ground) => {
  const [a, b] = [pairOf(tokens, ink), pairOf(tokens, ground)];
  expect(contrastRatio(a.light, b.light)).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio(a.dark, b.dark)).toBeGreaterThanOrEqual(4.5);
});
