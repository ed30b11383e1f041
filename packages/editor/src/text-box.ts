// The measured box of a text: what has to be written together with its text, scale or size.
import { FONT_SIZES, MAX_EXTENT, type TextShape } from "@inkroom/shapes";
import type { TextMeasurer } from "./text-measurer.ts";

/** The box of the shape with these fields, and its size. A text that grows keeps its alignment's side in place. */
export function measuredText(
  shape: TextShape,
  changes: { readonly text?: string; readonly size?: TextShape["size"] },
  measure: TextMeasurer,
): Pick<TextShape, "size" | "w" | "h" | "x"> {
  const text = changes.text ?? shape.text;
  const size = changes.size ?? shape.size;
  const fontSize = FONT_SIZES[size] * shape.scale;
  const box = measure(text, shape.autoWidth ? { fontSize } : { fontSize, maxWidth: shape.w });
  const w = Math.min(MAX_EXTENT, shape.autoWidth ? box.w : shape.w);
  const share = { left: 0, center: 0.5, right: 1 }[shape.align];
  return { size, w, h: Math.min(MAX_EXTENT, box.h), x: shape.x + (shape.w - w) * share };
}
