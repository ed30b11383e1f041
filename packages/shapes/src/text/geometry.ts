// Boxes, font size and resizing of text.
import { type Box, expandBox } from "@inkroom/geometry";
import { resizedOrigin } from "../resized-origin.ts";
import { FONT_SIZES } from "../style.ts";
import type { TextShape } from "./schema.ts";

const MIN_SCALE = 0.05;
const MAX_SCALE = 100;
/** Share of the font size by which glyphs may reach beyond their box. */
const OVERHANG = 0.2;

/** Page units. */
export function textFontSize(shape: Pick<TextShape, "size" | "scale">): number {
  return FONT_SIZES[shape.size] * shape.scale;
}

export function textFrame(shape: TextShape): Box {
  return { x: 0, y: 0, w: shape.w, h: shape.h };
}

export function textBounds(shape: TextShape): Box {
  return expandBox(textFrame(shape), textFontSize(shape) * OVERHANG);
}

/** Follows the larger of the changes of width and height; text is never mirrored or stretched. */
export function resizeText(shape: TextShape, target: Box): Partial<TextShape> {
  const factors = [change(shape.w, target.w), change(shape.h, target.h)];
  const wanted = factors.reduce((a, b) => (Math.abs(Math.log(b)) > Math.abs(Math.log(a)) ? b : a), 1);
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, shape.scale * wanted));
  const factor = scale / shape.scale;
  const w = shape.w * factor;
  const h = shape.h * factor;
  const { autoWidth, size, rotation } = shape;
  return { ...resizedOrigin(shape, textFrame(shape), target, { x: 0, y: 0, w, h }), rotation, w, h, autoWidth, scale, size };
}

function change(from: number, to: number): number {
  return from === 0 ? 1 : Math.max(Math.abs(to) / from, 1e-6);
}
