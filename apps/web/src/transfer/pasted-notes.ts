// Lines of plain text that were pasted, each as a sticky note, in a tidy grid.
import type { Style, TextMeasurer } from "@inkroom/editor";
import { indicesBetween } from "@inkroom/model";
import { fittedNote, MAX_TEXT_LENGTH, NOTE_SIDE, type NoteShape, PAGE_ID, type TextFace } from "@inkroom/shapes";

/** Free space between notes, page units: as between a note and the one that is made beside it. */
const GAP = 20;
/** More lines than anybody means as notes: what is left goes on the last one. */
const MAX_NOTES = 500;
/** The sign of a list is no part of what is said. */
const LIST_SIGN = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/;

/** From left to right and downwards, as wide as high; none for blank text. */
export function notesOf(
  text: string,
  {
    style,
    author,
    measure,
  }: {
    readonly style: Pick<Style, "noteColor" | "size" | "opacity" | keyof TextFace>;
    readonly author: string;
    readonly measure: TextMeasurer;
  },
): readonly NoteShape[] {
  const lines = linesOf(text);
  const columns = Math.ceil(Math.sqrt(lines.length));
  const indices = indicesBetween(lines.length);
  const { noteColor, size, opacity, font, bold, italic } = style;
  const letters = { align: "center", font, bold, italic } as const;
  const notes: NoteShape[] = [];
  let top = 0;
  for (let at = 0; at < lines.length; at += columns) {
    const row = lines.slice(at, at + columns).map((words, column): NoteShape => {
      const place = {
        id: `note${at + column}`,
        parent: PAGE_ID,
        index: indices[at + column] ?? "a0",
        x: column * (NOTE_SIDE + GAP),
        y: top,
      };
      const paper = { rotation: 0, opacity, locked: false, link: "", w: NOTE_SIDE, h: NOTE_SIDE, color: noteColor, size, scale: 1 };
      const note: NoteShape = { ...place, ...paper, ...letters, kind: "note", author, text: words, textW: 0, textH: 0 };
      return { ...note, ...fittedNote(note, measure) };
    });
    notes.push(...row);
    top += Math.max(...row.map(({ h }) => h)) + GAP;
  }
  return notes;
}

function linesOf(text: string): readonly string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(LIST_SIGN, "").replaceAll("\t", "    ").trim())
    .filter((line) => line !== "");
  const rest = lines.slice(MAX_NOTES - 1).join("\n");
  const kept = lines.length > MAX_NOTES ? [...lines.slice(0, MAX_NOTES - 1), rest] : lines;
  return kept.map((line) => line.slice(0, MAX_TEXT_LENGTH).toWellFormed());
}
