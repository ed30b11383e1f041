// Paints on a tile's bitmap: a shape, or anew what lies in a part of it.
import { type Box } from "@inkroom/geometry";
import type { Shape } from "@inkroom/shapes";
import type { Screen } from "../screen.ts";
import type { ShapePainter } from "../shape-painter.ts";
import type { Theme } from "../theme.ts";
import type { Pen } from "./sheet.ts";
import { tileBox, type TileSpec } from "./tile-grid.ts";

/** Whole device pixels of a tile. */
export type PixelBox = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** A tile as a screen that shows its part of the page. */
function tileScreen(spec: TileSpec): Screen {
  const { x, y } = tileBox(spec);
  return { camera: { x, y, zoom: spec.scale }, viewport: { w: spec.w, h: spec.h }, pixelRatio: 1 };
}

export function paintOnTile(pen: Pen, spec: TileSpec, shape: Shape, painter: ShapePainter, theme: Theme): void {
  painter.paint(pen, { shape, opacity: shape.opacity, isCover: false }, tileScreen(spec), theme);
}

/** The pixels of a tile that ink within a page box can have touched; undefined for none. */
export function pixelsOf(spec: TileSpec, box: Box): PixelBox | undefined {
  const origin = tileBox(spec);
  // One more on each side: edges are smoothed over the neighbouring pixel.
  const clamp = (value: number, side: number): number => Math.min(side, Math.max(0, value));
  const x = clamp(Math.floor((box.x - origin.x) * spec.scale) - 1, spec.w);
  const y = clamp(Math.floor((box.y - origin.y) * spec.scale) - 1, spec.h);
  const w = clamp(Math.ceil((box.x + box.w - origin.x) * spec.scale) + 1, spec.w) - x;
  const h = clamp(Math.ceil((box.y + box.h - origin.y) * spec.scale) + 1, spec.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : undefined;
}

/** The page box that some pixels of a tile show. */
export function pageBoxOf(spec: TileSpec, pixels: PixelBox): Box {
  const origin = tileBox(spec);
  const { scale } = spec;
  return { x: origin.x + pixels.x / scale, y: origin.y + pixels.y / scale, w: pixels.w / scale, h: pixels.h / scale };
}

/** Paints a part of a tile anew. `shapes`: all that meet it, bottom first. */
export function repaintPart(
  pen: Pen,
  spec: TileSpec,
  { x, y, w, h }: PixelBox,
  shapes: readonly Shape[],
  look: { painter: ShapePainter; theme: Theme },
): void {
  pen.save();
  pen.resetTransform();
  pen.beginPath();
  pen.rect(x, y, w, h);
  pen.clip();
  pen.clearRect(x, y, w, h);
  for (const shape of shapes) paintOnTile(pen, spec, shape, look.painter, look.theme);
  pen.restore();
}
