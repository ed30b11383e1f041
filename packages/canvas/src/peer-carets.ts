// Other people's carets in texts: where their letters are on the board as it is now.
import type { Box } from "@inkroom/geometry";
import { type LiveEntry, offsetBehind, textBodyOf } from "@inkroom/model";
import { caretBox, type LineMeasurer, selectionBoxes, type Shape, type ShapeId, shapeKindOf } from "@inkroom/shapes";
import type { CanvasPeer } from "./ports.ts";

export type PeerCaret = {
  readonly name: string;
  readonly color: string;
  /** The text, or the shape with the label, it is in. */
  readonly shape: Shape;
  /** Local space of that shape. */
  readonly caret: Box;
  /** Top of all lines. */
  readonly top: number;
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
    const block = entry && shapeKindOf(entry.shape).textBlock?.(entry.shape);
    if (caret === undefined || body === undefined || entry === undefined || block === undefined) return [];
    const anchor = offsetBehind(body, caret.anchor);
    const head = offsetBehind(body, caret.head);
    if (anchor === undefined || head === undefined) return [];
    const { shape } = entry;
    const selected = selectionBoxes(block, Math.min(anchor, head), Math.max(anchor, head), measureLine);
    return [{ name, color, shape, top: block.box.y, caret: caretBox(block, head, measureLine), selected }];
  });
}
