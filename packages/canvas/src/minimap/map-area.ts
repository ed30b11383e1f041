// Where things are on the minimap. Pure. Map pixels: CSS pixels from its top left corner.
import { type Box, boxContainsBox, boxesIntersect, type Vec } from "@inkroom/geometry";
import { type Camera, screenToPage, type Viewport, visibleBox } from "@inkroom/editor";

/** Free space around the board's ink, map pixels. */
const MARGIN_PX = 8;
/** No closer than this: a few small shapes need no portrait. */
const MAX_ZOOM = 0.25;
/** The view's rectangle is never smaller, so that it can be seen and caught; map pixels. */
const MIN_SEEN_PX = 10;

/** Is there something on the board that is not on the screen? */
export function isMapUseful(contents: Box | undefined, camera: Camera, viewport: Viewport): contents is Box {
  return contents !== undefined && viewport.w > 0 && !boxContainsBox(visibleBox(camera, viewport), contents);
}

/** The camera by which a map of that size shows all contents, in the middle. */
export function mapCamera(contents: Box, size: Viewport): Camera {
  const fit = Math.min((size.w - 2 * MARGIN_PX) / Math.max(contents.w, 1e-6), (size.h - 2 * MARGIN_PX) / Math.max(contents.h, 1e-6));
  const zoom = Math.min(MAX_ZOOM, fit);
  const [x, y] = [contents.x + contents.w / 2 - size.w / zoom / 2, contents.y + contents.h / 2 - size.h / zoom / 2];
  return { x, y, zoom };
}

/** The screen's rectangle in map pixels; at the map's edge, where it would be outside of the map. */
export function seenOnMap(map: Camera, size: Viewport, camera: Camera, viewport: Viewport): Box {
  const seen = visibleBox(camera, viewport);
  const [w, h] = [seen.w, seen.h].map((side) => Math.max(MIN_SEEN_PX, side * map.zoom)) as [number, number];
  const x = (seen.x + seen.w / 2 - map.x) * map.zoom - w / 2;
  const y = (seen.y + seen.h / 2 - map.y) * map.zoom - h / 2;
  const box = { x, y, w, h };
  if (boxesIntersect(box, { x: MIN_SEEN_PX / 2, y: MIN_SEEN_PX / 2, w: size.w - MIN_SEEN_PX, h: size.h - MIN_SEEN_PX })) return box;
  return { ...box, x: clamp(x, MIN_SEEN_PX / 2 - w, size.w - MIN_SEEN_PX / 2), y: clamp(y, MIN_SEEN_PX / 2 - h, size.h - MIN_SEEN_PX / 2) };
}

/** The camera after the view's middle was put to a place on the map. */
export function cameraAt(map: Camera, at: Vec, camera: Camera, viewport: Viewport): Camera {
  const middle = screenToPage(map, at);
  return { ...camera, x: middle.x - viewport.w / camera.zoom / 2, y: middle.y - viewport.h / camera.zoom / 2 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
