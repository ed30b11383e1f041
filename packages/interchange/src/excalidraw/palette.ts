// The colours of Excalidraw's elements. There any CSS colour is one; here it stays what it was, as #rrggbb. Excalidraw's own ink is
// the palette's, which goes with the theme. The names of the palette have an outline and a background colour of Excalidraw's each.
import { type Color, COLOR_NAMES, type ColorName, type CustomColor, insideColor, isCustomColor, type Shape } from "@inkroom/shapes";
import { colord, extend } from "colord";
import namesPlugin from "colord/plugins/names";
import type { LossCount } from "./losses.ts";

/** `full`: an outline or a solid background; `tint`: a pale background. */
type ExcalidrawColors = { readonly full: string; readonly tint: string };

const EXCALIDRAW_COLORS: Readonly<Record<ColorName, ExcalidrawColors>> = {
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
const INK = EXCALIDRAW_COLORS.ink.full;
const WHITE = "#ffffff";
/** Share of a colour in white paper that is filled half with it: as the light theme of a board has it. */
const TINT_SHARE = 0.18;

/** The outline, or what is written. */
export function strokeColorOf(color: Color): string {
  return isCustomColor(color) ? color : EXCALIDRAW_COLORS[color].full;
}

/** The background of what is filled with this colour. */
export function backgroundColorOf(color: Color, isTinted: boolean): string {
  if (!isCustomColor(color)) return EXCALIDRAW_COLORS[color][isTinted ? "tint" : "full"];
  return isTinted ? onWhite(color, TINT_SHARE) : color;
}

/** The paper of a note. */
export function paperColorOf(color: Color): string {
  return color === "ink" ? WHITE : backgroundColorOf(color, !isCustomColor(color));
}

/** The paper of a note by its background; that of the palette, where it is one of those. */
export function paperOf(css: string, losses: LossCount): Color {
  return COLOR_NAMES.find((name) => paperColorOf(name) === css.toLowerCase()) ?? readColor(css, losses) ?? "ink";
}

/** What can be read on a background of this colour. */
export function wordsOn(shape: Extract<Shape, { readonly kind: "rect" | "ellipse" | "geo" | "note" }>): string {
  if (shape.kind === "note") return isCustomColor(shape.color) && colord(shape.color).isDark() ? WHITE : INK;
  const inside = insideColor(shape);
  return isCustomColor(inside) && colord(inside).isLight() ? INK : WHITE;
}

/** A colour as it is; undefined for what shows nothing. What is no colour, or can be seen through, is told. */
export function readColor(css: string, losses: LossCount): Color | undefined {
  // The names of CSS; a second time nothing happens.
  extend([namesPlugin]);
  const read = css.trim().toLowerCase();
  if (read === INK) return "ink";
  const color = colord(read);
  if (read === "transparent" || (color.isValid() && color.alpha() === 0)) return undefined;
  if (!color.isValid()) {
    losses.note("color");
    return undefined;
  }
  if (color.alpha() < 1) losses.note("color");
  return onWhite(color, color.alpha());
}

/** What a colour looks like that covers so much of a white paper. */
function onWhite(color: Parameters<typeof colord>[0], share: number): CustomColor {
  const { r, g, b } = colord(color).toRgb();
  const [red, green, blue] = [r, g, b].map((channel) => Math.round(255 + (channel - 255) * share)) as [number, number, number];
  return colord({ r: red, g: green, b: blue }).toHex() as CustomColor; // reason: three whole channels, and no fourth
}
