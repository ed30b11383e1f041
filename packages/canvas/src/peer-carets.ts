// Other people's carets in texts: where their letters are on the board as it is now.
import type { Box } from "@inkroom/geometry";
import { type LiveEntry, offsetBehind, textBodyOf } from "@inkroom/model";
import { caretBox, type LineMeasurer, selectionBoxes, type ShapeId, type TextShape } from "@inkroom/shapes";
import type { CanvasPeer } from "./ports.ts";

export type PeerCaret = {
  readonly name: string;
  readonly color: string;
  /** The text it is in. */
  readonly shape: TextShape;
  /** Local space of the text. */
  readonly caret: Box;
  readonly selected: readonly Box[];
};

/** The carets whose letters are on this board. One that is ahead of its letters is left out until they come. */
export function peerCarets(
  peers: readonly CanvasPeer[],
  entryOf: (id: ShapeId) => LiveEntry | undefined,
  measureLine: LineMeasurer,
): readonly PeerCaret[] {
  return peers.flatMap(({ name, color, caret }) => {
    const entry = caret && entryOf(caret.id);
    const body = entry && textBodyOf(entry);
    if (caret === undefined || body === undefined || entry?.shape.kind !== "text") return [];
    const anchor = offsetBehind(body, caret.anchor);
    const head = offsetBehind(body, caret.head);
    if (anchor === undefined || head === undefined) return [];
    const { shape } = entry;
    const selected = selectionBoxes(shape, Math.min(anchor, head), Math.max(anchor, head), measureLine);
    return [{ name, color, shape, caret: caretBox(shape, head, measureLine), selected }];
  });
}
