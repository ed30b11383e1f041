// The measured box of the words on a shape: what has to be written together with them, and with what they are measured for.
import type { Props } from "@inkroom/model";
import { fittedLabel, fittedNote, FONT_SIZES, type LabelFit, MAX_EXTENT, type TextBearing, type TextShape } from "@inkroom/shapes";
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
  const { font, bold, italic } = shape;
  const face = { font, bold, italic };
  const box = measure(text, shape.autoWidth ? { fontSize, face } : { fontSize, face, maxWidth: shape.w });
  const w = Math.min(MAX_EXTENT, shape.autoWidth ? box.w : shape.w);
  const share = { left: 0, center: 0.5, right: 1 }[shape.align];
  return { size, w, h: Math.min(MAX_EXTENT, box.h), x: shape.x + (shape.w - w) * share };
}

/** What follows from the words on a shape. */
export type FittedText = {
  /** How wide and high they are together, page units. */
  readonly box: { readonly w: number; readonly h: number };
  /** What else has to be written: the place of a text that grows to the left, the place and size of a shape that grows with its label. */
  readonly props: Props;
};

/** `shape` with its words as they will be. A shape with a label keeps to `fit`; a note is as high as it needs. */
export function fittedText(shape: TextBearing, measure: TextMeasurer, fit: LabelFit = {}): FittedText {
  if (shape.kind === "text") {
    const { x, w, h } = measuredText(shape, {}, measure);
    return { box: { w, h }, props: x === shape.x ? {} : { x } };
  }
  if (shape.kind === "note") {
    const { textW: w, textH, h, scale } = fittedNote(shape, measure);
    return { box: { w, h: textH }, props: h === shape.h && scale === shape.scale ? {} : { w: shape.w, h, scale } };
  }
  const { textW: w, textH, ...size } = fittedLabel(shape, measure, fit);
  const box = { w, h: textH };
  if (!("h" in shape)) return { box, props: {} };
  const { x = shape.x, w: shapeW = shape.w, h = shape.h } = size;
  const isAsLarge = h === shape.h && shapeW === shape.w;
  return { box, props: { ...(isAsLarge ? {} : { w: shapeW, h }), ...(x === shape.x ? {} : { x }) } };
}

/** What to write where a label is measured anew, and its shape grows with it. Nothing for a shape without a label. */
export function relabelled(shape: TextBearing, measure: TextMeasurer, fit: LabelFit = {}): Props {
  if (shape.kind === "text" || shape.text === "") return {};
  const { box, props } = fittedText(shape, measure, fit);
  return { ...props, textW: box.w, textH: box.h };
}
