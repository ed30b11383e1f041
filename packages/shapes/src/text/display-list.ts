// What a text looks like: its lines with their baselines.
import type { DisplayList } from "../display-list.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { baselineOffset, LINE_HEIGHT } from "./font.ts";
import { textFontSize } from "./geometry.ts";
import { layoutLines } from "./layout.ts";
import type { TextShape } from "./schema.ts";

export function textDisplayList(shape: TextShape, measureLine?: LineMeasurer): DisplayList {
  if (shape.text === "") return [];
  const fontSize = textFontSize(shape);
  const x = { left: 0, center: shape.w / 2, right: shape.w }[shape.align];
  const top = baselineOffset(fontSize);
  const lines = layoutLines(shape.text, { fontSize, maxWidth: shape.autoWidth ? undefined : shape.w }, measureLine).map((text, i) => ({
    text,
    x,
    y: top + i * LINE_HEIGHT * fontSize,
  }));
  return [{ kind: "text", lines, fontSize, align: shape.align, paint: { color: shape.color, shade: "full" } }];
}
