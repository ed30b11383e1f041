// Colours: Excalidraw has any CSS colour, a board ten names. The names have an outline and a background colour of Excalidraw's
// own palette each, which come back as the same name; any other colour becomes the name it looks most like.
import { COLOR_NAMES, type ColorName } from "@inkroom/shapes";

/** `full`: an outline or a solid background; `tint`: a pale background. */
export type ExcalidrawColors = { readonly full: string; readonly tint: string };

export const EXCALIDRAW_COLORS: Readonly<Record<ColorName, ExcalidrawColors>> = {
  ink: { full: "#1e1e1e", tint: "#e9ecef" },
  grey: { full: "#868e96", tint: "#f1f3f5" },
  red: { full: "#e03131", tint: "#ffc9c9" },
  orange: { full: "#e8590c", tint: "#ffd8a8" },
  yellow: { full: "#f08c00", tint: "#ffec99" },
  green: { full: "#2f9e44", tint: "#b2f2bb" },
  teal: { full: "#0c8599", tint: "#99e9f2" },
  blue: { full: "#1971c2", tint: "#a5d8ff" },
  violet: { full: "#6741d9", tint: "#d0bfff" },
  pink: { full: "#c2255c", tint: "#fcc2d7" },
};

/** Less difference between the largest and the smallest channel than this share is no colour but a grey. */
const LEAST_CHROMA = 0.12;
/** Greys darker than this are ink; lightness 0 to 1. */
const INK_LIGHTNESS = 0.35;
/** Backgrounds lighter than this are a tint. */
const TINT_LIGHTNESS = 0.72;
const WORDS: Readonly<Record<string, string>> = { black: "#000000", white: "#ffffff", red: "#ff0000", green: "#008000", blue: "#0000ff" };
/** Hues in degrees up to which a name goes, upwards from 0. */
const HUES: readonly (readonly [number, ColorName])[] = [
  [13, "red"],
  [33, "orange"],
  [68, "yellow"],
  [165, "green"],
  [195, "teal"],
  [245, "blue"],
  [285, "violet"],
  [345, "pink"],
  [360, "red"],
];

export type NamedColor = { readonly name: ColorName; readonly isPale: boolean };

/** Undefined for what shows nothing, and for what is no colour. */
export function namedColor(css: unknown): NamedColor | undefined {
  if (typeof css !== "string") return undefined;
  const color = css.trim().toLowerCase();
  for (const name of COLOR_NAMES) {
    if (EXCALIDRAW_COLORS[name].full === color) return { name, isPale: false };
    if (EXCALIDRAW_COLORS[name].tint === color) return { name, isPale: true };
  }
  const [r, g, b, a] = channelsOf(WORDS[color] ?? color);
  return r === undefined || g === undefined || b === undefined || a === 0 ? undefined : nearest(r, g, b);
}

/** 0 to 1 each; none for what is no #rgb, #rgba, #rrggbb or #rrggbbaa. */
function channelsOf(color: string): readonly number[] {
  const digits = /^#([0-9a-f]{3,8})$/.exec(color)?.[1] ?? "";
  const pairs = digits.length < 5 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  return [3, 4, 6, 8].includes(digits.length) ? pairs.map((pair) => Number.parseInt(pair, 16) / 255) : [];
}

function nearest(r: number, g: number, b: number): NamedColor {
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const chroma = high - low;
  const lightness = (high + low) / 2;
  const isPale = lightness > TINT_LIGHTNESS;
  if (chroma < LEAST_CHROMA) return { name: lightness < INK_LIGHTNESS ? "ink" : "grey", isPale };
  const sector = high === r ? (g - b) / chroma : high === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
  const hue = (sector * 60 + 360) % 360;
  return { name: HUES.find(([end]) => hue <= end)?.[1] ?? "red", isPale };
}
