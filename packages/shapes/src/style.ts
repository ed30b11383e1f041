// The palette and the style vocabulary shared by every shape kind. Colours are names, which a renderer resolves against the theme
// it draws in, so that one board looks right in light and dark; or any other colour, as it was chosen.
import * as v from "valibot";

/** Names of the ink palette, in the order the style panel shows them. */
export const COLOR_NAMES = ["ink", "grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink"] as const;
export type ColorName = (typeof COLOR_NAMES)[number];

/** Any colour, as the light theme shows it: #rrggbb in lower case. There is one way to write each, or equal boards would differ. */
export type CustomColor = `#${string}`;
export type Color = ColorName | CustomColor;
/** Of the inside of a closed shape: a colour of its own, or that of its outline. */
export type FillColor = Color | "same";

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

const KNOWN_COLORS: ReadonlySet<unknown> = new Set(COLOR_NAMES);

export function isCustomColor(value: unknown): value is CustomColor {
  return typeof value === "string" && /^#[0-9a-f]{6}$/.test(value);
}

function isColor(value: unknown): value is Color {
  return KNOWN_COLORS.has(value) || isCustomColor(value);
}

const COLOR_MESSAGE = "expected a colour of the palette, or #rrggbb in lower case";
export const colorSchema = v.custom<Color>(isColor, COLOR_MESSAGE);
/** Of one colour with the outline where nothing is said, as before there was a choice. */
export const fillColorSchema = v.optional(
  v.custom<FillColor>((value) => value === "same" || isColor(value), `${COLOR_MESSAGE}, or "same"`),
  "same",
);
export const fillSchema = v.picklist(FILL_NAMES);
/** Drawn with a ruler where nothing is said, as before there was a choice. */
export const roughnessSchema = v.optional(v.picklist(ROUGHNESS_NAMES), "none");
export const dashSchema = v.picklist(DASH_NAMES);
export const cornersSchema = v.picklist(CORNER_NAMES);
export const routeSchema = v.picklist(ROUTE_NAMES);
export const nibSchema = v.picklist(NIB_NAMES);
export const sizeSchema = v.picklist(SIZE_NAMES);
