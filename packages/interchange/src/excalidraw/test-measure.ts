// Test only: how wide and high a text is, half an em per character.
import type { MeasureText } from "./shapes-of-element.ts";

export const measure: MeasureText = (text, { fontSize, maxWidth }) => {
  const lines = text.split("\n");
  const w = Math.max(...lines.map((line) => line.length)) * fontSize * 0.5;
  const rows = maxWidth === undefined ? 1 : Math.ceil(w / maxWidth);
  return { w: maxWidth ?? w, h: lines.length * rows * fontSize * 1.25 };
};
