// A text that may be a board or a drawing of another program, and what a person has to be told of it.
import { type FileRefusal, type Losses, type MeasureText, type ReadPicture, readBoardFile, readExcalidraw } from "@inkroom/interchange";
import type { PatternName, Shape } from "@inkroom/shapes";
import { locale } from "../i18n/translate-later.ts";
import { word } from "./words.ts";

type Drawing = {
  readonly kind: "drawing";
  readonly shapes: readonly Shape[];
  /** What of it could not be carried over, as a list in words; undefined where all of it was. */
  readonly lost: string | undefined;
  /** What is printed on its paper, where it says so. */
  readonly pattern?: PatternName | undefined;
};
export type DrawingReading = Drawing | { readonly kind: "refused"; readonly reason: FileRefusal };

export function readDrawing(text: string, ports: { readonly measure: MeasureText; readonly readPicture: ReadPicture }): DrawingReading {
  const board = readBoardFile(text, ports);
  if (board.kind === "board") {
    const { shapes, pattern, unreadable } = board;
    return { kind: "drawing", shapes, pattern, lost: unreadable === 0 ? undefined : word("leftOut", { count: unreadable }) };
  }
  const drawing = readExcalidraw(text, ports);
  if (drawing.kind === "drawing") return { kind: "drawing", shapes: drawing.shapes, lost: inWords(drawing.losses) };
  return board.reason === "not_a_board" ? drawing : board;
}

function inWords(losses: Losses): string | undefined {
  if (losses.size === 0) return undefined;
  const parts = [...losses].map(([name, count]) => word(`lost.${name}`, { count }));
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(parts);
}
