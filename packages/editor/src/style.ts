// The style that new shapes get, and what a selection has in common.
import {
  type AlignName,
  type Color,
  type CornerName,
  type DashName,
  type FillColor,
  type FillName,
  type FontName,
  type FormName,
  hasInside,
  type HeadName,
  PLAIN_FACE,
  type RoughnessName,
  type RouteName,
  type Shape,
  type SizeName,
} from "@inkroom/shapes";

export const ERASER_NAMES = ["whole", "part"] as const;
export type EraserName = (typeof ERASER_NAMES)[number];

export type Style = {
  readonly color: Color;
  readonly fill: FillName;
  readonly fillColor: FillColor;
  readonly dash: DashName;
  readonly size: SizeName;
  readonly corners: CornerName;
  readonly roughness: RoughnessName;
  /** Of texts; words on a shape begin in its middle. */
  readonly align: AlignName;
  readonly font: FontName;
  readonly bold: boolean;
  readonly italic: boolean;
  /** How lines and arrows run; a line is no elbow. */
  readonly route: RouteName;
  readonly startHead: HeadName;
  readonly endHead: HeadName;
  /** Which outline the tool for geometric shapes draws. */
  readonly form: FormName;
  /** 0..1 */
  readonly opacity: number;
  /** The colour of the highlighter, which is hardly ever that of the ink. */
  readonly markerColor: Color;
  /** The paper of sticky notes. */
  readonly noteColor: Color;
  /** What the eraser takes: whatever it touches as a whole, or of strokes the part that it touches. */
  readonly eraser: EraserName;
};
/** What a colour is chosen for. */
export type ColorUse = "color" | "fillColor" | "markerColor" | "noteColor";
export type StylePatch = { readonly [K in keyof Style]?: Style[K] | undefined };

export const DEFAULT_STYLE: Style = {
  color: "ink",
  fill: "none",
  fillColor: "same",
  dash: "solid",
  size: "m",
  corners: "rounded",
  roughness: "none",
  align: "left",
  ...PLAIN_FACE,
  route: "sharp",
  startHead: "none",
  endHead: "arrow",
  form: "diamond",
  opacity: 1,
  markerColor: "yellow",
  noteColor: "yellow",
  eraser: "whole",
};
/** The properties of shapes that a style sets. */
const STYLE_KEYS = [
  "color",
  "fill",
  "fillColor",
  "dash",
  "size",
  "corners",
  "roughness",
  "align",
  "font",
  "bold",
  "italic",
  "route",
  "startHead",
  "endHead",
  "form",
  "opacity",
] as const satisfies readonly (keyof Style)[];

/** What a style panel shows for some shapes: per property the common value, "mixed", or absent if no shape has it. */
export type SharedStyle = { readonly [K in (typeof STYLE_KEYS)[number]]?: Style[K] | "mixed" };

/** The part of a style patch that applies to a shape of this kind and changes it. */
export function styleChanges(shape: Shape, patch: StylePatch): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const current = shape as unknown as Record<string, unknown>;
  for (const key of STYLE_KEYS) {
    const value = patch[key];
    if (shape.kind === "line" && value === "elbow") continue;
    if (value !== undefined && hasStyle(shape, key) && current[key] !== value) changes[key] = value;
  }
  const { noteColor } = patch;
  if (noteColor !== undefined && shape.kind === "note" && shape.color !== noteColor) changes["color"] = noteColor;
  return changes;
}

/** Per style property: what the shapes have in common. */
export function sharedStyle(shapes: Iterable<Shape>): SharedStyle {
  const shared: Record<string, unknown> = {};
  for (const shape of shapes) {
    const values = shape as unknown as Record<string, unknown>;
    for (const key of STYLE_KEYS) {
      if (!hasStyle(shape, key)) continue;
      shared[key] = !(key in shared) || shared[key] === values[key] ? values[key] : "mixed";
    }
  }
  return shared as SharedStyle;
}

/** Ink that has not closed itself has nothing to fill. */
function hasStyle(shape: Shape, key: (typeof STYLE_KEYS)[number]): boolean {
  if (shape.kind === "draw" && (key === "fill" || key === "fillColor")) return hasInside(shape);
  return key in shape;
}
