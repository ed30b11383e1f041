// From frame to frame, in the order in which a person would read them: each fills the view.
import { boxCenter, boxContainsPoint } from "@inkroom/geometry";
import { pageFrameBounds } from "@inkroom/shapes";
import { fitBox, visibleBox } from "../camera.ts";
import type { EditorContext } from "../context.ts";
import { framesInOrder } from "./frames-in-order.ts";

/** How close a frame is brought. */
const MAX_ZOOM = 4;

/** To the frame after the one in the middle of the view, or before it; from the last one to the first, and back. */
export function goToFrame(context: EditorContext, step: 1 | -1): void {
  const frames = framesInOrder(context.store.view);
  const { camera, viewport } = context.state;
  const middle = boxCenter(visibleBox(camera, viewport));
  const here = frames.findIndex((frame) => boxContainsPoint(pageFrameBounds(frame), middle));
  const at = here < 0 && step < 0 ? frames.length - 1 : here + step;
  const next = frames[(at + frames.length) % frames.length];
  if (next !== undefined) context.editor.setCamera(fitBox(pageFrameBounds(next), viewport, MAX_ZOOM));
}
