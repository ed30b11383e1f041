// The palette and the style vocabulary shared by every shape kind. Colours are names, never hex values:
// a renderer resolves a name against the theme it draws in, so one board looks right in light and dark.
import * as v from "valibot";

/** Names of the ink palette, in the order the style panel shows them. */
export const COLOR_NAMES = ["ink", "grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"] as const;
export type ColorName = (typeof COLOR_NAMES)[number];

/** How the inside of a closed shape is painted: nothing, a tint of its colour, the colour in full, or a pattern. */
export const FILL_NAMES = ["none", "semi", "solid", "hachure", "cross-hatch", "dots"] as const;
export type FillName = (typeof FILL_NAMES)[number];

/** How unsteady the hand was that drew the outline: as with a ruler, or by hand. */
export const ROUGHNESS_NAMES = ["none", "little", "much"] as const;
export type RoughnessName = (typeof ROUGHNESS_NAMES)[number];

export const DASH_NAMES = ["solid", "dashed", "dotted"] as const;
export type DashName = (typeof DASH_NAMES)[number];

/** Stroke and text size steps. */
export const SIZE_NAMES = ["s", "m", "l", "xl"] as const;
export type SizeName = (typeof SIZE_NAMES)[number];

/** The corners of a closed shape. */
export const CORNER_NAMES = ["rounded", "sharp"] as const;
export type CornerName = (typeof CORNER_NAMES)[number];

/** How a line runs through its points: straight from one to the next, in a curve, or (an arrow) along the axes from end to end. */
export const ROUTE_NAMES = ["sharp", "curved", "elbow"] as const;
export type RouteName = (typeof ROUTE_NAMES)[number];
export const LINE_ROUTE_NAMES = ["sharp", "curved"] as const satisfies readonly RouteName[];

/** What a freehand stroke is drawn with: a pen, or a broad translucent marker. */
const NIB_NAMES = ["pen", "highlighter"] as const;
export type NibName = (typeof NIB_NAMES)[number];

/** Outline width in page units for each size step. */
export const STROKE_WIDTHS: Readonly<Record<SizeName, number>> = { s: 2, m: 4, l: 7, xl: 12 };

/** Font size in page units for each size step. */
export const FONT_SIZES: Readonly<Record<SizeName, number>> = { s: 16, m: 20, l: 32, xl: 48 };

export const colorSchema = v.picklist(COLOR_NAMES);
export const fillSchema = v.picklist(FILL_NAMES);
/** Drawn with a ruler where nothing is said, as before there was a choice. */
export const roughnessSchema = v.optional(v.picklist(ROUGHNESS_NAMES), "none");
export const dashSchema = v.picklist(DASH_NAMES);
export const cornersSchema = v.picklist(CORNER_NAMES);
export const routeSchema = v.picklist(ROUTE_NAMES);
export const nibSchema = v.picklist(NIB_NAMES);
export const sizeSchema = v.picklist(SIZE_NAMES);
