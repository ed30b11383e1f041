// Breaking text into lines, as a browser does with `white-space: pre-wrap; overflow-wrap: break-word`.
import type { LineMeasurer } from "../shape-kind.ts";
import { LINE_HEIGHT, PLAIN_FACE, type TextFace } from "./font.ts";

export type TextFont = {
  /** Page units. */ readonly fontSize: number;
  /** Absent: plain. */ readonly face?: TextFace | undefined;
  /** Lines wrap at this width, page units. */ readonly maxWidth?: number | undefined;
};

/** Slack against rounding: a text measured to be exactly as wide as its box must not wrap in it. */
const WIDTH_SLACK = 0.01;

/** The lines of a text; at least one. Wraps only where both a width and a measurer are given. */
export function layoutLines(text: string, font: TextFont, measureLine?: LineMeasurer): string[] {
  const paragraphs = text.split("\n");
  const { maxWidth, fontSize, face = PLAIN_FACE } = font;
  if (maxWidth === undefined || measureLine === undefined) return paragraphs;
  const fits = (line: string): boolean => measureLine(line.trimEnd(), fontSize, face) <= maxWidth + WIDTH_SLACK;
  return paragraphs.flatMap((paragraph) => wrap(paragraph, fits));
}

/** How wide the longest line is, without the space it ends with where it was wrapped, and how high all lines are; page units. */
export function textExtent(text: string, font: TextFont, measureLine: LineMeasurer): { readonly w: number; readonly h: number } {
  const lines = layoutLines(text, font, measureLine);
  const ends = (line: string): string => (font.maxWidth === undefined ? line : line.trimEnd());
  const widest = lines.reduce((width, line) => Math.max(width, measureLine(ends(line), font.fontSize, font.face ?? PLAIN_FACE)), 0);
  return { w: widest, h: lines.length * LINE_HEIGHT * font.fontSize };
}

function wrap(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  // A word with the spaces behind it: those hang over the edge and never begin a line.
  for (const word of paragraph.match(/\S*\s*/gu) ?? []) {
    if (word === "") continue;
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = fits(word) ? [word] : breakWord(word, fits);
    line = pieces.pop() ?? "";
    lines.push(...pieces);
  }
  lines.push(line);
  return lines;
}

/** Cuts between what people see as characters; each piece has at least one. */
function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(word)) {
    if (piece !== "" && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}
