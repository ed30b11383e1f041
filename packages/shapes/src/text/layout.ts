// Breaking text into lines, as a browser does with `white-space: pre-wrap; overflow-wrap: break-word`; items of lists stand in.
import type { LineMeasurer } from "../shape-kind.ts";
import { LINE_HEIGHT, PLAIN_FACE, type TextFace } from "./font.ts";
import { contentStart, hasItems, INDENT_COLUMNS, type ItemKind, itemsOf, type ListItem } from "./list-item.ts";

export type TextFont = {
  /** Page units. */ readonly fontSize: number;
  /** Absent: plain. */ readonly face?: TextFace | undefined;
  /** Lines wrap at this width, page units. */ readonly maxWidth?: number | undefined;
};

/** Slack against rounding: a text measured to be exactly as wide as its box must not wrap in it. */
const WIDTH_SLACK = 0.01;

/** By the first letter, as browsers tell the direction of a paragraph. */
export const FROM_RIGHT = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A line as it is laid out. */
export type LaidLine = {
  /** Its letters; of an item those behind the marker. */
  readonly text: string;
  /** Where in the whole text the line begins, and where `text` does. */
  readonly start: number;
  readonly from: number;
  /** How far `text` stands in from the side from which the line is read, page units. */
  readonly hang: number;
  /** Is the line read from the right? */
  readonly isRtl: boolean;
  /** The first line of an item: how far its marker stands in, what there is of room for it, and how wide its letters are. */
  readonly mark?: { readonly item: ListItem; readonly at: number; readonly room: number; readonly w: number };
};

/** The lines of a text with its lists; at least one. */
export function layoutText(text: string, font: TextFont, measureLine?: LineMeasurer): readonly LaidLine[] {
  const paragraphs = text.split("\n");
  const items = hasItems(text) ? itemsOf(paragraphs) : [];
  const markOf = items.length > 0 ? marksFor(font, measureLine) : undefined;
  let from = 0;
  return paragraphs.flatMap((paragraph, i) => {
    const item = items[i];
    const mark = item && markOf?.(item);
    const hang = mark === undefined ? 0 : mark.at + mark.room;
    const lines = item === undefined ? layoutLines(paragraph, font, measureLine) : itemLines(paragraph, item, font, hang, measureLine);
    const start = from;
    const skipped = item === undefined ? 0 : contentStart(item);
    const isRtl = FROM_RIGHT.test(paragraph.slice(skipped));
    from += skipped;
    const laid = lines.map((line, at): LaidLine => {
      const place = { text: line, from, start: at === 0 ? start : from, hang, isRtl };
      from += line.length;
      return mark !== undefined && at === 0 ? { ...place, mark } : place;
    });
    // The line end itself.
    from += 1;
    return laid;
  });
}

function itemLines(paragraph: string, item: ListItem, font: TextFont, hang: number, measureLine?: LineMeasurer): readonly string[] {
  const { maxWidth, fontSize } = font;
  // Room for a letter is left, however narrow the text.
  const room = maxWidth === undefined ? undefined : Math.max(fontSize, maxWidth - hang);
  return layoutLines(paragraph.slice(contentStart(item)), { ...font, maxWidth: room }, measureLine);
}

/** What is measured to make room for a marker, so that its letters have it in a text field too. All boxes, ticked or not, have the same. */
const ROOM_FOR: Readonly<Partial<Record<ItemKind, string>>> = { check: "[ ] " };
/** Without a measurer: half an em for each letter. */
export const roughly: LineMeasurer = (line, fontSize) => line.length * fontSize * 0.5;

/** Items stand in by no more than this share of the width at which lines wrap. */
const MOST_HANG = 0.5;

function marksFor(
  { fontSize, face = PLAIN_FACE, maxWidth = Infinity }: TextFont,
  measureLine = roughly,
): (item: ListItem) => NonNullable<LaidLine["mark"]> {
  const known = new Map<string, number>();
  const widthOf = (letters: string): number => {
    const width = known.get(letters) ?? measureLine(letters, fontSize, face);
    known.set(letters, width);
    return width;
  };
  const rows = new Map<ListItem["row"], number>();
  const roomFor = (item: ListItem): number => {
    if (item.kind !== "number") return widthOf(ROOM_FOR[item.kind] ?? item.marker);
    // As wide as the widest number side by side with it: what they say begins in one line.
    const room = rows.get(item.row) ?? Math.max(...item.row.map(({ marker }) => widthOf(marker)));
    rows.set(item.row, room);
    return room;
  };
  return (item) => {
    const room = roomFor(item);
    const at = item.level * widthOf(" ".repeat(INDENT_COLUMNS));
    return { item, at: Math.max(0, Math.min(at, maxWidth * MOST_HANG - room)), room, w: widthOf(item.marker) };
  };
}

/** The lines of a text without lists; at least one. Wraps only where both a width and a measurer are given. */
export function layoutLines(text: string, font: TextFont, measureLine?: LineMeasurer): string[] {
  const paragraphs = text.split("\n");
  const { maxWidth, fontSize, face = PLAIN_FACE } = font;
  if (maxWidth === undefined || measureLine === undefined) return paragraphs;
  const fits = (line: string): boolean => measureLine(line.trimEnd(), fontSize, face) <= maxWidth + WIDTH_SLACK;
  return paragraphs.flatMap((paragraph) => wrap(paragraph, fits));
}

/** How wide the longest line is, without the space it ends with where it was wrapped, and how high all lines are; page units. */
export function textExtent(text: string, font: TextFont, measureLine: LineMeasurer): { readonly w: number; readonly h: number } {
  const lines = layoutText(text, font, measureLine);
  const ends = (line: string): string => (font.maxWidth === undefined ? line : line.trimEnd());
  const widthOf = ({ text: line, hang }: LaidLine): number => hang + measureLine(ends(line), font.fontSize, font.face ?? PLAIN_FACE);
  return { w: lines.reduce((width, line) => Math.max(width, widthOf(line)), 0), h: lines.length * LINE_HEIGHT * font.fontSize };
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
