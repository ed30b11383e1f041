// Brings a match before the eyes: marks its letters, selects their shape, and moves the view to it where it cannot be seen or read.
import { createLineMeasurer } from "@inkroom/canvas/picture";
import { type Editor, isInView, revealBox, type RevealOptions } from "@inkroom/editor";
import { hasText, pageBounds, selectionBoxes, type Shape, type ShapeId, shapeKindOf, toPage } from "@inkroom/shapes";
import { type FoundPlace, lettersOf } from "./found-places.ts";

/** Text is hardly legible from further out. */
const LEAST_ZOOM = 0.5;
type Box = ReturnType<typeof pageBounds>;

/** `panel` lies over a part of the board; the match is to be seen beside it. Without a place nothing is marked any more. */
export function showPlace(editor: Editor, place: FoundPlace | undefined, panel: HTMLElement | null): void {
  const shape = place && editor.shape(place.id);
  const letters = markPlace(editor, place);
  if (shape === undefined) return;
  editor.setTool("select");
  editor.select([shape.id]);
  const { camera, viewport } = editor.state;
  const free = panel === null ? undefined : freeBeside(panel.getBoundingClientRect(), viewport);
  editor.setCamera(
    revealBox(boxToShow(shape, letters, { ...viewport, zoom: camera.zoom }), camera, viewport, { free, leastZoom: LEAST_ZOOM }),
  );
}

/** Marks the letters of a match, as they are now, and nothing else. */
export function markPlace(editor: Editor, place: FoundPlace | undefined): Editor["state"]["marked"] {
  const shape = place && editor.shape(place.id);
  const letters = place && shape && hasText(shape) ? { id: shape.id, ...lettersOf(place, shape.text) } : undefined;
  editor.mark(letters);
  return letters;
}

/** The shape, or of one that does not fit on the screen the letters. */
function boxToShow(
  shape: Shape,
  letters: { readonly from: number; readonly to: number } | undefined,
  { w, h, zoom }: { readonly w: number; readonly h: number; readonly zoom: number },
): Box {
  const bounds = pageBounds(shape);
  const scale = Math.max(zoom, LEAST_ZOOM);
  const block = shapeKindOf(shape).textBlock?.(shape);
  if (letters === undefined || block === undefined || (bounds.w * scale < w / 2 && bounds.h * scale < h / 2)) return bounds;
  const [first] = selectionBoxes(block, letters.from, letters.to, createLineMeasurer());
  if (first === undefined) return bounds;
  const { x, y } = toPage(shape, first);
  return { x, y, w: first.w, h: first.h };
}

/** Is any part of it on the screen? */
export function isInSight(editor: Editor, id: ShapeId): boolean {
  const shape = editor.shape(id);
  const { camera, viewport } = editor.state;
  return shape !== undefined && isInView(pageBounds(shape), camera, viewport);
}

/** What a panel leaves free: below one that is as wide as the screen, else the wider side beside it. Screen pixels. */
function freeBeside(panel: DOMRect, { w, h }: { readonly w: number; readonly h: number }): RevealOptions["free"] {
  if (panel.width > w / 2) return { x: 0, y: panel.bottom, w, h: Math.max(1, h - panel.bottom) };
  const isRoomAfter = w - panel.right > panel.left;
  return isRoomAfter ? { x: panel.right, y: 0, w: w - panel.right, h } : { x: 0, y: 0, w: panel.left, h };
}
