// The board's fonts and how their lines are placed. Canvas, export and the text field over the canvas all use these, so
// that nothing moves when editing begins or ends. A text field must also switch off font features and letter spacing.
import * as v from "valibot";

/** Letters as the page has them, as written by hand, with serifs, and all of one width. */
export const FONT_NAMES = ["sans", "hand", "serif", "mono"] as const;
export type FontName = (typeof FONT_NAMES)[number];

/** What a whole text is set in. */
export type TextFace = { readonly font: FontName; readonly bold: boolean; readonly italic: boolean };

/** What a text is set in where nothing is said, as before there was a choice. */
export const PLAIN_FACE: TextFace = { font: "sans", bold: false, italic: false };

/** Entries of the face, to be spread into a kind's strict object schema. */
export const faceEntries = {
  font: v.optional(v.picklist(FONT_NAMES), PLAIN_FACE.font),
  bold: v.optional(v.boolean(), PLAIN_FACE.bold),
  italic: v.optional(v.boolean(), PLAIN_FACE.italic),
} as const;

type Metrics = {
  /** CSS font-family list. */
  readonly family: string;
  /** CSS font-weight of what is not bold. */
  readonly weight: number;
  /** The font's own vertical metrics, in shares of the font size. */
  readonly ascent: number;
  readonly descent: number;
};

const METRICS: Readonly<Record<FontName, Metrics>> = {
  sans: { family: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif', weight: 450, ascent: 0.96875, descent: 0.2412 },
  hand: { family: '"Shantell Sans Variable", "Comic Neue", "Comic Sans MS", cursive', weight: 450, ascent: 1.02, descent: 0.32 },
  serif: { family: '"Source Serif 4 Variable", Georgia, "Times New Roman", serif', weight: 430, ascent: 1.036, descent: 0.335 },
  mono: { family: '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace', weight: 430, ascent: 1.02, descent: 0.3 },
};
const BOLD_WEIGHT = 700;

/** CSS font-family list of the page's own font. */
export const FONT_FAMILY = METRICS.sans.family;
/** Line height as a multiple of the font size. */
export const LINE_HEIGHT = 1.25;

export function fontFamily(font: FontName): string {
  return METRICS[font].family;
}

export function fontWeight({ font, bold }: TextFace): number {
  return bold ? BOLD_WEIGHT : METRICS[font].weight;
}

/** The CSS `font` of a text; `fontSize` in the units of what it is set on. Browsers slant the letters of italic ones. */
export function cssFont(face: TextFace, fontSize: number): string {
  return `${face.italic ? "italic " : ""}${fontWeight(face)} ${fontSize}px/${LINE_HEIGHT} ${fontFamily(face.font)}`;
}

/** Distance from the top of a line to its baseline, page units: where a browser lays it for this font and line height. */
export function baselineOffset(fontSize: number, font: FontName = PLAIN_FACE.font): number {
  // Browsers round the font's ascent and descent to whole pixels and share out the leading above and below.
  const ascent = Math.round(METRICS[font].ascent * fontSize);
  const descent = Math.round(METRICS[font].descent * fontSize);
  return Math.floor((LINE_HEIGHT * fontSize - ascent - descent) / 2) + ascent;
}
