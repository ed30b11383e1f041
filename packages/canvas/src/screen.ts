// From the page to the bitmap: camera and pixel ratio as one thing, and the matrices painters set.
import { boxCenter, type Vec } from "@inkroom/geometry";
import type { Camera, Viewport } from "@inkroom/editor";
import { type Shape, shapeKindOf } from "@inkroom/shapes";

/** How a layer shows the page. */
export type Screen = {
  readonly camera: Camera;
  /** CSS pixels. */
  readonly viewport: Viewport;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
};

/** The screen with its corner on a whole device pixel, so that what is drawn in tiles and what is drawn directly meet. */
export function snapped(screen: Screen): Screen {
  const scale = screen.camera.zoom * screen.pixelRatio;
  const snap = (value: number): number => Math.round(value * scale) / scale;
  return { ...screen, camera: { ...screen.camera, x: snap(screen.camera.x), y: snap(screen.camera.y) } };
}

/** The six numbers of a 2D transform, as CanvasRenderingContext2D.setTransform takes them. */
export type Matrix = readonly [number, number, number, number, number, number];

/** From a shape's local space to device pixels. It turns about the centre of its frame, which costs a look at all points of a stroke. */
export function localToDevice(screen: Screen, shape: Shape): Matrix {
  const scale = screen.camera.zoom * screen.pixelRatio;
  const x = (shape.x - screen.camera.x) * scale;
  const y = (shape.y - screen.camera.y) * scale;
  if (shape.rotation === 0) return [scale, 0, 0, scale, x, y];
  const cos = Math.cos(shape.rotation) * scale;
  const sin = Math.sin(shape.rotation) * scale;
  const center = boxCenter(shapeKindOf(shape).frame(shape));
  return [cos, sin, -sin, cos, x + center.x * (scale - cos) + center.y * sin, y + center.y * (scale - cos) - center.x * sin];
}

/** A page point in CSS pixels from the top left of the canvas. */
export function toScreen({ camera }: Screen, page: Vec): Vec {
  return { x: (page.x - camera.x) * camera.zoom, y: (page.y - camera.y) * camera.zoom };
}

/** The nearest place, in CSS pixels, at which a line of `widthPx` device pixels is sharp. */
export function crisp(cssPx: number, pixelRatio: number, widthPx: number): number {
  const offset = (widthPx % 2) / 2;
  return (Math.round(cssPx * pixelRatio - offset) + offset) / pixelRatio;
}
