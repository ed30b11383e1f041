// How wide text is, by the browser's own 2D canvas: the same shaping that paints it.
import type { TextMeasurer } from "@inkroom/editor";
import { createSheet, penOf } from "./tiles/sheet.ts";
import { cssFont, type LineMeasurer, PLAIN_FACE, type TextFace, textExtent } from "@inkroom/shapes";

/** The CSS font of the board's text. `fontSize` in the units of the canvas it is set on. */
export function fontOf(fontSize: number, face: TextFace = PLAIN_FACE): string {
  return cssFont(face, fontSize);
}

/** Measures single lines. Nothing is cached: the answer changes when the web font arrives. */
export function createLineMeasurer(): LineMeasurer {
  const context = penOf(createSheet(1, 1));
  return (line, fontSize, face) => {
    context.font = fontOf(fontSize, face);
    return context.measureText(line).width;
  };
}

/** Measures whole texts, for the editor. Width is rounded up to whole page units, so that text fields do not wrap. */
export function createTextMeasurer(): TextMeasurer {
  const measureLine = createLineMeasurer();
  return (text, font) => {
    const { w, h } = textExtent(text, font, measureLine);
    return { w: Math.ceil(w), h };
  };
}
