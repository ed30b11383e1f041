// What a card looks like: a sheet with a thin border, a mark with a letter, and up to three lines.
import { boxCenter } from "@inkroom/geometry";
import type { DisplayList, PathItem, TextItem } from "../display-list.ts";
import { movedPath } from "../moved-path.ts";
import { roundedRect } from "../rounded-rect.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { baselineOffset, PLAIN_FACE, type TextFace } from "../text/font.ts";
import { roughly } from "../text/layout.ts";
import { shortened } from "../text/shortened.ts";
import { textItems } from "../text/text-items.ts";
import { letterOf } from "./address.ts";
import { type CardLayout, cardLayout, cardTitle, SMALL_FONT_SIZE } from "./layout.ts";
import type { CardShape } from "./schema.ts";

/** Page units. */
export const CARD_BORDER = 1.5;
const RADIUS = 10;
const MARK_RADIUS_SHARE = 0.22;
const LETTER_SHARE = 0.5;
const LETTER_FACE: TextFace = { ...PLAIN_FACE, bold: true };

export function cardDisplayList(shape: CardShape, measureLine?: LineMeasurer): DisplayList {
  const { w, h } = shape;
  const layout = cardLayout(shape);
  const radius = Math.min(RADIUS, w / 4, h / 4);
  const sheet: PathItem = {
    kind: "path",
    path: roundedRect(w, h, radius),
    fill: { color: "ink", shade: "paper" },
    stroke: { paint: { color: "grey", shade: "paper" }, width: CARD_BORDER },
  };
  return [sheet, ...markItems(shape, layout), ...textItems(cardTitle(shape), measureLine), ...smallLines(layout, measureLine)];
}

function markItems({ link, text, color }: CardShape, { mark }: CardLayout): DisplayList {
  if (mark === undefined) return [];
  const { x, y } = boxCenter(mark);
  const path = movedPath(roundedRect(mark.w, mark.h, mark.w * MARK_RADIUS_SHARE), mark.x, mark.y);
  const fontSize = mark.w * LETTER_SHARE;
  // Capitals reach about seven tenths of the font size above the baseline.
  const letter = { text: letterOf(link, text), x, y: y + fontSize * 0.36 };
  return [
    { kind: "path", path, fill: { color, shade: "inside" } },
    { kind: "text", lines: [letter], fontSize, face: LETTER_FACE, align: "center", paint: { color, shade: "contrast" } },
  ];
}

function smallLines({ host, address, title }: CardLayout, measureLine: LineMeasurer = roughly): readonly TextItem[] {
  const fits = (line: string): boolean => measureLine(line, SMALL_FONT_SIZE, PLAIN_FACE) <= title.w;
  const below = baselineOffset(SMALL_FONT_SIZE);
  const lines = [host, address].flatMap((line) =>
    line === undefined ? [] : { text: shortened(line.text, fits), x: title.x, y: line.y + below },
  );
  if (lines.length === 0) return [];
  return [{ kind: "text", lines, fontSize: SMALL_FONT_SIZE, face: PLAIN_FACE, align: "left", paint: { color: "ink", shade: "quiet" } }];
}
