// Colours as the field and the slider have them. Kept apart from the colour itself: black has no hue, and whoever comes back from it
// wants the one there was.
import { type Color, type CustomColor, isCustomColor } from "@inkroom/shapes";
import { paintColor, THEMES } from "@inkroom/canvas";
import { colord, extend } from "colord";
import namesPlugin from "colord/plugins/names";

/** Degrees, and percent. */
export type Hsv = { readonly h: number; readonly s: number; readonly v: number };

export function hexOf(hsv: Hsv): CustomColor {
  return colord(hsv).toHex() as CustomColor; // reason: without alpha it is #rrggbb in lower case
}

/** Not rounded, as the library's would be: hexOf of it is the colour again. `kept`: the hue where the colour has none. */
export function hsvOf(color: CustomColor, kept = 0): Hsv {
  const { r, g, b } = colord(color).toRgb();
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const chroma = high - low;
  const v = (high / 255) * 100;
  if (chroma === 0) return { h: kept, s: 0, v };
  const sector = high === r ? (g - b) / chroma : high === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
  return { h: (sector * 60 + 360) % 360, s: (chroma / high) * 100, v };
}

/** A colour as a number: one of the palette as the light theme shows it. */
export function plainHex(color: Color): CustomColor {
  const hex = paintColor(THEMES.light, { color, shade: "inside" });
  return isCustomColor(hex) ? hex : "#000000";
}

/** What somebody has typed, as CSS writes colours, with or without the "#"; undefined for what is none. */
export function readTyped(text: string): CustomColor | undefined {
  // A second time nothing happens.
  extend([namesPlugin]);
  const typed = text.trim().toLowerCase();
  const color = [typed, `#${typed}`].map((each) => colord(each)).find((each) => each.isValid());
  const hex = color?.alpha(1).toHex();
  return isCustomColor(hex) ? hex : undefined;
}
