// Brings a match before the eyes: selects it, and moves the view to it where it cannot be seen or read.
import { type Editor, isInView, revealBox, type RevealOptions } from "@inkroom/editor";
import { pageBounds, type ShapeId } from "@inkroom/shapes";

/** Text is hardly legible from further out. */
const LEAST_ZOOM = 0.5;

/** `panel` lies over a part of the board; the match is to be seen beside it. */
export function showPlace(editor: Editor, id: ShapeId, panel: HTMLElement | null): void {
  const shape = editor.shape(id);
  if (shape === undefined) return;
  editor.setTool("select");
  editor.select([id]);
  const { camera, viewport } = editor.state;
  const free = panel === null ? undefined : freeBeside(panel.getBoundingClientRect(), viewport);
  editor.setCamera(revealBox(pageBounds(shape), camera, viewport, { free, leastZoom: LEAST_ZOOM }));
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
