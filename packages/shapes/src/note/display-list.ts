// What a sticky note looks like: paper on its shadow, the words, and who wrote them.
import type { DisplayList, PathItem, TextItem } from "../display-list.ts";
import { movedPath } from "../moved-path.ts";
import { roundedRect } from "../rounded-rect.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { PLAIN_FACE } from "../text/font.ts";
import { shortened } from "../text/shortened.ts";
import { textItems } from "../text/text-items.ts";
import { noteFactor, SHADOW_LAYERS } from "./geometry.ts";
import { NOTE_PADDING, noteLabel } from "./label.ts";
import type { NoteShape } from "./schema.ts";

/** On a note of the usual width, page units. */
const RADIUS = 4;
const AUTHOR_FONT_SIZE = 11;
/** From the lower edge to the baseline of the author's name. */
const AUTHOR_RISE = 11;

export function noteDisplayList(shape: NoteShape, measureLine?: LineMeasurer): DisplayList {
  const { w, h, color } = shape;
  const paper: PathItem = { kind: "path", path: roundedRect(w, h, RADIUS * noteFactor(shape)), fill: { color, shade: "paper" } };
  return [...shadowItems(shape), paper, ...textItems(noteLabel(shape), measureLine), ...authorItems(shape, measureLine)];
}

/** Thin layers, each larger and lower than the one over it, are soft in every renderer alike; a blur is not. */
function shadowItems(shape: NoteShape): readonly PathItem[] {
  const factor = noteFactor(shape);
  return SHADOW_LAYERS.map(({ spread, below }) => {
    const by = spread * factor;
    const outline = roundedRect(shape.w + 2 * by, shape.h + 2 * by, RADIUS * factor + by);
    return { kind: "path", path: movedPath(outline, -by, below * factor - by), fill: { color: "ink", shade: "shadow" } };
  });
}

function authorItems(shape: NoteShape, measureLine: LineMeasurer | undefined): readonly TextItem[] {
  if (shape.author === "") return [];
  const factor = noteFactor(shape);
  const fontSize = AUTHOR_FONT_SIZE * factor;
  const x = NOTE_PADDING.x * factor;
  const text = shortened(shape.author, (line) => measureLine === undefined || measureLine(line, fontSize, PLAIN_FACE) <= shape.w - 2 * x);
  return [
    {
      kind: "text",
      lines: [{ text, x, y: shape.h - AUTHOR_RISE * factor }],
      fontSize,
      align: "left",
      face: PLAIN_FACE,
      paint: { color: shape.color, shade: "quiet" },
    },
  ];
}
