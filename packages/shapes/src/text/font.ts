// The board's font and how its lines are placed. Canvas, export and the text field over the canvas all use these, so
// that nothing moves when editing begins or ends. A text field must also switch off font features and letter spacing.

/** CSS font-family list. */
export const FONT_FAMILY = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';
export const FONT_WEIGHT = 450;
/** Line height as a multiple of the font size. */
export const LINE_HEIGHT = 1.25;

/** Inter's own vertical metrics, in shares of the font size. */
const ASCENT = 0.96875;
const DESCENT = 0.2412;

/** Distance from the top of a line to its baseline, page units: where a browser lays it for this font and line height. */
export function baselineOffset(fontSize: number): number {
  // Browsers round the font's ascent and descent to whole pixels and share out the leading above and below.
  const ascent = Math.round(ASCENT * fontSize);
  const descent = Math.round(DESCENT * fontSize);
  return Math.floor((LINE_HEIGHT * fontSize - ascent - descent) / 2) + ascent;
}
