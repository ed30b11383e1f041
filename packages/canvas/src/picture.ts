// Paints shapes as a picture of their own, away from the screen: the canvas side of exports.
import type { Box } from "@inkroom/geometry";
import { hasText, type ImageItem, type PatternName, type Shape } from "@inkroom/shapes";
import * as lines from "./paper-lines.ts";
import { paintPrint } from "./paper-painter.ts";
import { paintImage } from "./picture-paint.ts";
import type { Screen } from "./screen.ts";
import { ShapePainter } from "./shape-painter.ts";
import { createLineMeasurer, fontOf } from "./text-measurer.ts";
import type { Pen } from "./tiles/sheet.ts";
import { THEMES, type ThemeName } from "./theme.ts";

export { printMarks } from "./print-marks.ts";
export { createLineMeasurer } from "./text-measurer.ts";

/** Longest side and most pixels of a picture that every current browser makes. */
const MAX_SIDE = 8_192;
const MAX_PIXELS = 33_554_432;
/** Shapes painted before the page gets a turn. */
const SLICE_SHAPES = 256;

export type PictureOptions = {
  /** The part of the page to show. */
  readonly area: Box;
  /** Wanted pixels per page unit, more than 0. */
  readonly scale: number;
  readonly theme: ThemeName;
  /** False: transparent. */
  readonly background: boolean;
  /** What is printed on the paper; absent: nothing. */
  readonly pattern?: PatternName | undefined;
  /** Decoded pictures by name; where one is missing there is a quiet box. */
  readonly pictures?: ReadonlyMap<string, ImageBitmap> | undefined;
};

/** The scale at which a picture of the area is made: the wanted one, or the largest that a browser can hold. */
export function pictureScale({ w, h }: Pick<Box, "w" | "h">, wanted: number): number {
  return Math.min(wanted, MAX_SIDE / Math.max(w, h), Math.sqrt(MAX_PIXELS / (w * h)));
}

/** `shapes`: bottom first. Waits for the board's font; paints in slices. Rejects where the browser gives no canvas or no PNG. */
export async function paintPng(
  shapes: readonly Shape[],
  { area, scale: wanted, theme: name, background, pattern, pictures }: PictureOptions,
): Promise<Blob> {
  // A failed load leaves the fallback font, as on the board.
  const faces = new Set(shapes.map((shape) => (hasText(shape) ? fontOf(16, shape) : fontOf(16))));
  await Promise.all([...faces].map((face) => document.fonts.load(face).catch(() => undefined)));
  const scale = pictureScale(area, wanted);
  const [width, height] = [area.w, area.h].map((side) => Math.max(1, Math.floor(side * scale))) as [number, number];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser gives no 2D canvas");
  const theme = THEMES[name];
  if (background) {
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, width, height);
  }
  if (pattern !== undefined) paintPrint(context, printScreen(area, scale), theme, { pattern, isGrid: false, lines });
  const painter = new ShapePainter(createLineMeasurer(), { paint: (pen, item) => paintFrom(pen, item, pictures) });
  const screen: Screen = { camera: { x: area.x, y: area.y, zoom: scale }, viewport: { w: width, h: height }, pixelRatio: 1 };
  for (let at = 0; at < shapes.length; at += SLICE_SHAPES) {
    if (at > 0) await nextTurn();
    for (const shape of shapes.slice(at, at + SLICE_SHAPES)) {
      painter.paint(context, { shape, opacity: shape.opacity, isCover: false }, screen, theme);
    }
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("this browser made no PNG")) : resolve(blob)), "image/png");
  });
}

/** Marks are as wide as on a screen of that resolution; a picture that is smaller than the page has fewer of them. */
function printScreen({ x, y, w, h }: Box, scale: number): Screen {
  const zoom = Math.min(1, scale);
  return { camera: { x, y, zoom }, viewport: { w: w * zoom, h: h * zoom }, pixelRatio: scale / zoom };
}

function paintFrom(pen: Pen, item: ImageItem, pictures: PictureOptions["pictures"]): boolean {
  const picture = pictures?.get(item.blob);
  if (picture !== undefined) paintImage(pen, item, picture);
  return picture !== undefined;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
