// The words on a sticky note: where they stand, how large they are, and how high the note must be for them.
import { FONT_SIZES } from "../style.ts";
import type { TextFont } from "../text/layout.ts";
import { hasLinks } from "../text/link.ts";
import { contentStart, itemOf } from "../text/list-item.ts";
import type { TextBlock } from "../text/text-block.ts";
import { noteFactor } from "./geometry.ts";
import type { NoteShape } from "./schema.ts";

/** Free space beside the words, and above and below them (where the author's name stands), on a note of the usual width, page units. */
export const NOTE_PADDING = { x: 14, y: 27 } as const;
/** Letters get no smaller than this to make room for a long word, on a note of the usual width, page units. */
const LEAST_FONT_SIZE = 13;
/** Between these letters a line may break anywhere: a row of them is no long word. */
const BREAKABLE = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+/u;

export function noteLabel(shape: NoteShape): TextBlock {
  const { text, w, h, textW, textH, color, align, font, bold, italic } = shape;
  const padding = NOTE_PADDING.x * noteFactor(shape);
  return {
    text,
    box: { x: padding, y: (h - textH) / 2, w: w - 2 * padding, h: textH },
    linesW: textW,
    wraps: true,
    centred: true,
    fontSize: fontSizeOf(shape),
    align,
    face: { font, bold, italic },
    paint: { color, shade: "onPaper" },
  };
}

/**
 * The text with every word on a line of its own; those of an item with its marker, whose room they lack. Without web addresses: those
 * may break anywhere.
 */
function eachWord(text: string): string {
  return text
    .split("\n")
    .flatMap((line) => {
      const item = itemOf(line);
      const words = line.slice(item === undefined ? 0 : contentStart(item)).split(BREAKABLE);
      const said = words.filter((word) => !hasLinks(word));
      return item === undefined ? said : said.map((word) => item.indent + item.marker + word);
    })
    .join("\n");
}

function fontSizeOf(shape: Pick<NoteShape, "w" | "size" | "scale">): number {
  return FONT_SIZES[shape.size] * shape.scale * noteFactor(shape);
}

/** PORT: the box of a text, page units. */
type Measure = (text: string, font: TextFont) => { readonly w: number; readonly h: number };

/**
 * What follows from the words, the width and the size of a note: the letters shrink until the longest word fits, as far as they
 * can be read, then the note grows.
 */
export function fittedNote(shape: NoteShape, measure: Measure): Pick<NoteShape, "h" | "scale" | "textW" | "textH"> {
  const { text, w, font, bold, italic } = shape;
  const face = { font, bold, italic };
  if (text === "") return { h: w, scale: 1, textW: 0, textH: 0 };
  const factor = noteFactor(shape);
  const maxWidth = w - 2 * NOTE_PADDING.x * factor;
  const widest = measure(eachWord(text), { fontSize: fontSizeOf({ ...shape, scale: 1 }), face }).w;
  const least = Math.min(1, LEAST_FONT_SIZE / FONT_SIZES[shape.size]);
  // In whole hundredths, downwards: rounding must not make it too wide again.
  const scale = widest <= maxWidth ? 1 : Math.max(least, Math.floor((maxWidth / widest) * 100) / 100);
  const box = measure(text, { fontSize: fontSizeOf({ ...shape, scale }), face, maxWidth });
  return { h: Math.max(w, box.h + 2 * NOTE_PADDING.y * factor), scale, textW: box.w, textH: box.h };
}
