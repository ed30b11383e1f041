import { COLOR_NAMES } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { contrastRatio, textColorOn } from "./contrast.ts";
import { peerColor, THEMES } from "./theme.ts";

const themes = Object.values(THEMES);
const cases = themes.flatMap((theme) => COLOR_NAMES.map((color) => ({ theme, color })));

// Yellow that reached 4.5 on white paper would be brown: it has the 3 : 1 that WCAG asks of graphics and large text.
test.each(cases)("$color ink is legible on $theme.name paper", ({ theme, color }) => {
  const least = theme.name === "light" && color === "yellow" ? 3 : 4.5;
  expect(contrastRatio(theme.inks[color].full, theme.paper)).toBeGreaterThanOrEqual(least);
});

test.each(cases)("$color ink stands out from its own tint in $theme.name", ({ theme, color }) => {
  const least = theme.name === "light" && color === "yellow" ? 2.5 : 3;
  expect(contrastRatio(theme.inks[color].full, theme.inks[color].tint)).toBeGreaterThanOrEqual(least);
});

test.each(cases)("a name on $color is legible in $theme.name", ({ theme, color }) => {
  const ground = theme.inks[color].full;
  expect(contrastRatio(textColorOn(ground), ground)).toBeGreaterThanOrEqual(4.5);
});

test.each(cases)("what is written on $color paper in $theme.name is legible, small print too", ({ theme, color }) => {
  const { paper } = theme.inks[color];
  expect(contrastRatio(theme.inks.ink.full, paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio(mixed(theme.quiet, paper), paper)).toBeGreaterThanOrEqual(4.5);
});

test.each(cases)(
  "a link is legible in $theme.name, on the board, on a note of $color and in a shape filled half with it",
  ({ theme, color }) => {
    const { paper, tint } = theme.inks[color];
    for (const ground of [theme.paper, paper, tint]) expect(contrastRatio(theme.link, ground)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(themes)("in $name no two papers of notes are the same, and none is that of the board", (theme) => {
  const papers = COLOR_NAMES.map((color) => theme.inks[color].paper);
  expect(new Set([...papers, theme.paper]).size).toBe(COLOR_NAMES.length + 1);
});

test.each(themes)("in $name the accent stands out and the dots stay back", (theme) => {
  expect(contrastRatio(theme.accent, theme.paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio(theme.dot, theme.paper)).toBeLessThan(1.6);
});

test("no two inks of a theme are the same", () => {
  for (const theme of themes) expect(new Set(COLOR_NAMES.map((color) => theme.inks[color].full)).size).toBe(COLOR_NAMES.length);
});

test("an unknown colour name is shown as blue", () => {
  expect(peerColor(THEMES.light, "#123456")).toBe(THEMES.light.inks.blue.full);
});

/** A translucent #rrggbbaa over an opaque ground. */
function mixed(over: string, ground: string): string {
  const alpha = Number.parseInt(over.slice(7, 9), 16) / 255;
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [over, ground].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * alpha + b * (1 - alpha))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
