// The note beside a note: the one that is there, or a new one like it. Either is written on at once.
import { type Box, boxContainsPoint, type Vec } from "@inkroom/geometry";
import { indexBetween } from "@inkroom/model";
import {
  NOTE_SIDE,
  type NoteShape,
  pageFrameBounds,
  type Shape,
  shapeKindOf,
  SIDE_DIRECTIONS,
  type SideName,
  toLocal,
  toPage,
} from "@inkroom/shapes";
import { visibleBox } from "../camera.ts";
import type { EditorContext } from "../context.ts";
import { isLocked, isOutOfReach } from "../locks.ts";
import { blankLike } from "../new-shape.ts";
import { clampPoint } from "../shape-edit.ts";

/** Free space between notes, on notes of the usual width, page units. */
const NOTE_GAP = 20;
/** Free space that is left around a note that was out of view, screen pixels; above and below lie the bars of the page. */
const MARGIN_PX: Vec = { x: 48, y: 88 };

/** Goes to the neighbour of the selected note. */
export function addNeighbour(context: EditorContext, side: SideName): void {
  const [id] = context.state.selection;
  const note = id === undefined ? undefined : context.shape(id);
  if (note?.kind !== "note" || isOutOfReach(context.store.view, note)) return;
  const center = neighbourCenter(note, side);
  const there = noteAt(context, center, note);
  if (there !== undefined) return open(context, there);
  const index = indexBetween(context.index.topIndex(), undefined);
  const shape = {
    ...blankLike(note, { id: context.newId(), index }),
    ...clampPoint({ x: center.x - note.w / 2, y: center.y - note.w / 2 }),
  };
  if (context.history.commit([{ op: "add", shape }])) open(context, shape);
}

/** Where the middle of a square neighbour of the same width lies, page space; those at the left and right have their tops in line. */
function neighbourCenter(note: NoteShape, side: SideName): Vec {
  const { w, h } = note;
  const [dx, dy] = SIDE_DIRECTIONS[side];
  const gap = (NOTE_GAP * w) / NOTE_SIDE;
  const along = dy === 0 ? (w - h) / 2 : 0;
  return toPage(note, { x: w / 2 + dx * (w + gap), y: h / 2 + along + dy * ((h + w) / 2 + gap) });
}

function noteAt(context: EditorContext, point: Vec, but: NoteShape): Shape | undefined {
  return context.index
    .near({ ...point, w: 0, h: 0 })
    .filter((shape) => shape.kind === "note" && shape.id !== but.id && !isLocked(context.store.view, shape))
    .find((shape) => boxContainsPoint(shapeKindOf(shape).frame(shape), toLocal(shape, point)));
}

function open(context: EditorContext, note: Shape): void {
  context.editor.startEditingText(note.id);
  reveal(context, pageFrameBounds(note));
}

/** Moves the view as little as shows the box; not where it is larger than the view. */
function reveal({ state, editor }: EditorContext, { x, y, w, h }: Box): void {
  const { camera, viewport } = state;
  const seen = visibleBox(camera, viewport);
  const by = (from: number, size: number, at: number, length: number, marginPx: number): number => {
    const margin = marginPx / camera.zoom;
    if (size + 2 * margin > length) return 0;
    return Math.min(0, from - margin - at) + Math.max(0, from + size + margin - at - length);
  };
  const [dx, dy] = [by(x, w, seen.x, seen.w, MARGIN_PX.x), by(y, h, seen.y, seen.h, MARGIN_PX.y)];
  if (dx !== 0 || dy !== 0) editor.setCamera({ ...camera, x: camera.x + dx, y: camera.y + dy });
}
