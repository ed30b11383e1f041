// What a text looks like: its lines with their baselines.
import type { DisplayList } from "../display-list.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { textFontSize, textFrame } from "./geometry.ts";
import type { TextShape } from "./schema.ts";
import type { TextBlock } from "./text-block.ts";
import { textItems } from "./text-items.ts";

export function blockOfText(shape: TextShape): TextBlock {
  const { text, autoWidth, align, color, font, bold, italic } = shape;
  const fontSize = textFontSize(shape);
  const face = { font, bold, italic };
  return {
    text,
    box: textFrame(shape),
    linesW: shape.w,
    wraps: !autoWidth,
    centred: false,
    fontSize,
    align,
    face,
    paint: { color, shade: "words" },
  };
}

export function textDisplayList(shape: TextShape, measureLine?: LineMeasurer): DisplayList {
  return textItems(blockOfText(shape), measureLine);
}
