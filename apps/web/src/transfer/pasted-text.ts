// Plain text that was pasted, as a shape in the style of the hand.
import type { Style, TextMeasurer } from "@inkroom/editor";
import { FONT_SIZES, MAX_EXTENT, MAX_TEXT_LENGTH, PAGE_ID, type TextFace, type TextShape } from "@inkroom/shapes";

/** Lines longer than this are wrapped, page units. */
const MAX_WIDTH = 640;

/** Undefined for blank text. What is longer than a text may be is cut. */
export function textShapeOf(
  text: string,
  style: Pick<Style, "color" | "size" | "opacity" | keyof TextFace>,
  measure: TextMeasurer,
): TextShape | undefined {
  const { color, size, opacity, font, bold, italic } = style;
  const face = { font, bold, italic };
  const content = text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "    ").replace(/\s+$/, "").toWellFormed().slice(0, MAX_TEXT_LENGTH);
  if (content.trim() === "") return undefined;
  const fontSize = FONT_SIZES[size];
  const free = measure(content, { fontSize, face });
  const autoWidth = free.w <= MAX_WIDTH;
  const { w, h } = autoWidth ? free : { ...measure(content, { fontSize, face, maxWidth: MAX_WIDTH }), w: MAX_WIDTH };
  const base = { id: "text", parent: PAGE_ID, index: "a0", x: 0, y: 0, rotation: 0, opacity, locked: false, link: "" };
  return {
    ...base,
    kind: "text",
    text: content.toWellFormed(),
    w,
    h: Math.min(MAX_EXTENT, h),
    autoWidth,
    scale: 1,
    align: "left",
    color,
    size,
    ...face,
  };
}
