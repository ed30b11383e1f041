// Brings a part of the page into view, and leaves the view alone where it is seen already.
import { type Box, boxContainsBox, boxesIntersect } from "@inkroom/geometry";
import { type Camera, fitBox, type Viewport, visibleBox } from "./camera.ts";

/** Free space that a box needs around it to be seen well, screen pixels. */
const MARGIN_PX = 24;

export type RevealOptions = {
  /** The part of the screen that nothing lies over, screen pixels; absent: all of it. */
  readonly free?: Box | undefined;
  /** From further out nothing could be read. */
  readonly leastZoom?: number | undefined;
};

/** The camera for a box of the page: the same where the box is seen well; else with the box in the middle, further out only where it does not fit. */
export function revealBox(box: Box, camera: Camera, viewport: Viewport, { free, leastZoom = 0 }: RevealOptions = {}): Camera {
  const { x, y, w, h } = free ?? { x: 0, y: 0, ...viewport };
  const { zoom } = camera;
  const seen = visibleBox({ x: camera.x + (x + MARGIN_PX) / zoom, y: camera.y + (y + MARGIN_PX) / zoom, zoom }, withoutMargin({ w, h }));
  if (zoom >= leastZoom && boxContainsBox(seen, box)) return camera;
  const fitted = fitBox(box, { w, h }, Math.max(zoom, leastZoom));
  return { ...fitted, x: fitted.x - x / fitted.zoom, y: fitted.y - y / fitted.zoom };
}

/** Is any part of a box of the page on the screen? */
export function isInView(box: Box, camera: Camera, viewport: Viewport): boolean {
  return boxesIntersect(visibleBox(camera, viewport), box);
}

function withoutMargin({ w, h }: Viewport): Viewport {
  return { w: Math.max(0, w - 2 * MARGIN_PX), h: Math.max(0, h - 2 * MARGIN_PX) };
}
