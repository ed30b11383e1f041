// Boxes of a sticky note, and how it is resized: as a whole, never stretched.
import type { Box } from "@inkroom/geometry";
import { resizedOrigin } from "../resized-origin.ts";
import type { NoteShape } from "./schema.ts";

/** Width of a new note, and the least height, page units. */
export const NOTE_SIDE = 200;
/** Narrowest and widest note, page units. */
const MIN_SIDE = 20;
const MAX_SIDE = 8_000;

/** How many times as large as a new note it is. */
export function noteFactor({ w }: Pick<NoteShape, "w">): number {
  return w / NOTE_SIDE;
}

/** How far the shadow reaches over the paper, and how far below it its largest layer lies; on a note of the usual width, page units. */
const SHADOW_REACH = 8;
const SHADOW_DROP = 7;
/** Few would show as steps where a note is looked at closely. */
const SHADOW_COUNT = 12;

/** The shadow's layers, each larger and lower than the one before, denser near the paper; on a note of the usual width, page units. */
export const SHADOW_LAYERS: readonly { readonly spread: number; readonly below: number }[] = Array.from(
  { length: SHADOW_COUNT },
  (_, i) => {
    const share = (i + 1) / SHADOW_COUNT;
    return { spread: SHADOW_REACH * share ** 1.6, below: SHADOW_DROP * share ** 1.2 };
  },
);

export function noteFrame({ w, h }: NoteShape): Box {
  return { x: 0, y: 0, w, h };
}

/** With the shadow. */
export function noteBounds(shape: NoteShape): Box {
  const factor = noteFactor(shape);
  const [reach, drop] = [SHADOW_REACH * factor, SHADOW_DROP * factor];
  return { x: -reach, y: drop - reach, w: shape.w + 2 * reach, h: shape.h + 2 * reach };
}

/** Follows the larger of the changes of width and height, about the centre of the target. */
export function resizeNote(shape: NoteShape, target: Box): Partial<NoteShape> {
  const change = (from: number, to: number): number => (from === 0 ? 1 : Math.max(Math.abs(to) / from, 1e-6));
  const factors = [change(shape.w, target.w), change(shape.h, target.h)];
  const wanted = factors.reduce((a, b) => (Math.abs(Math.log(b)) > Math.abs(Math.log(a)) ? b : a), 1);
  const w = Math.min(MAX_SIDE, Math.max(MIN_SIDE, shape.w * wanted));
  const h = shape.h * (shape.w === 0 ? 1 : w / shape.w);
  const { rotation, scale } = shape;
  return { ...resizedOrigin(shape, noteFrame(shape), target, { x: 0, y: 0, w, h }), rotation, w, h, scale };
}
