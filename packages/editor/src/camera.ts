// The camera: which part of the page the screen shows. screen = (page - camera) * zoom.
import type { Box, Vec } from "@inkroom/geometry";

/** Page coordinate of the screen's top left corner, and screen pixels per page unit. */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number };
/** Size of the canvas element in CSS pixels. */
export type Viewport = { readonly w: number; readonly h: number };

export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 30;
/** Free space around what "zoom to fit" shows, in screen pixels; above and below lie the bars of the page. */
const FIT_MARGIN: Vec = { x: 48, y: 88 };
/** Factor of one zoom-in step. */
const ZOOM_STEP = 1.25;

export function isSameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}

function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

export function screenToPage(camera: Camera, screen: Vec): Vec {
  return { x: screen.x / camera.zoom + camera.x, y: screen.y / camera.zoom + camera.y };
}

export function pageToScreen(camera: Camera, page: Vec): Vec {
  return { x: (page.x - camera.x) * camera.zoom, y: (page.y - camera.y) * camera.zoom };
}

/** Moves what is seen by screen pixels, as a hand that drags the paper. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** Changes the zoom so that the page point under `screen` stays there. */
export function zoomAt(camera: Camera, screen: Vec, zoom: number): Camera {
  const next = clampZoom(zoom);
  const page = screenToPage(camera, screen);
  return { x: page.x - screen.x / next, y: page.y - screen.y / next, zoom: next };
}

/** One step in (`direction` 1) or out (-1), landing on 100 % rather than stepping over it. */
export function steppedZoom(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP;
  const crosses = (zoom < 0.999 && next > 1) || (zoom > 1.001 && next < 1);
  return clampZoom(crosses ? 1 : next);
}

/** The part of the page on screen. */
export function visibleBox(camera: Camera, viewport: Viewport): Box {
  return { x: camera.x, y: camera.y, w: viewport.w / camera.zoom, h: viewport.h / camera.zoom };
}

/** Shows all of `box`, centred, with a margin (CSS pixels on each side); never closer than `maxZoom`. */
export function fitBox(box: Box, viewport: Viewport, maxZoom = 1, margin: Vec = FIT_MARGIN): Camera {
  const w = Math.max(1, viewport.w - 2 * margin.x);
  const h = Math.max(1, viewport.h - 2 * margin.y);
  const zoom = clampZoom(Math.min(maxZoom, w / Math.max(box.w, 1e-6), h / Math.max(box.h, 1e-6)));
  return {
    x: box.x + box.w / 2 - viewport.w / zoom / 2,
    y: box.y + box.h / 2 - viewport.h / zoom / 2,
    zoom,
  };
}
