// How a colour is shown in the panel: as the canvas paints it for its use, in the theme of the moment.
import type { ColorUse } from "@inkroom/editor";
import { type Color, isCustomColor, type Shade } from "@inkroom/shapes";
import type { CSSProperties } from "react";
import { cssColor } from "../board/css-color.ts";
import { t } from "../i18n/translate-later.ts";

/** Whose colours the swatches show. */
export type SwatchOf = "pen" | "highlighter" | "note" | "inside";

export const SWATCH_OF: Readonly<Record<ColorUse, SwatchOf>> = {
  color: "pen",
  fillColor: "inside",
  markerColor: "highlighter",
  noteColor: "note",
};
/** What it is painted in, and what can be seen on that. */
const SHADES: Readonly<Record<SwatchOf, readonly [Shade, Shade]>> = {
  pen: ["full", "contrast"],
  highlighter: ["marker", "onPaper"],
  note: ["paper", "onPaper"],
  inside: ["inside", "contrast"],
};

/** To be spread over an element that has, or is, a .color-dot. */
export function swatch(color: Color, of: SwatchOf): { readonly style: CSSProperties } {
  const [shade, on] = SHADES[of];
  // reason: React's type knows no custom properties.
  return { style: { "--swatch": cssColor({ color, shade }), "--on": cssColor({ color, shade: on }) } as CSSProperties };
}

/** Paper has no ink on it: the first one is white, or what is white in the dark. */
export function colorName(color: Color, of: SwatchOf): string {
  if (isCustomColor(color)) return color;
  return t(color === "ink" && of === "note" ? "color.plain" : `color.${color}`);
}
