// Puts tiles on the screen: those of the wanted scale, and where one is missing the best of other scales in its place.
import type { Box } from "@inkroom/geometry";
import { boxContainsBox, boxesIntersect, expandBox } from "@inkroom/geometry";
import type { Screen } from "../screen.ts";
import type { Pen } from "./sheet.ts";
import type { Tile, TileCache } from "./tile-cache.ts";
import { tileBox, tilesOver } from "./tile-grid.ts";

export type TilesOnScreen = {
  readonly cache: TileCache;
  /** All of a view as one, which shows what is; for where there is no tile yet that does. */
  readonly sheet: Tile | undefined;
  readonly screen: Screen;
  readonly box: Box;
  readonly scale: number;
};

export function paintTiles(pen: Pen, { cache, sheet, screen, box, scale }: TilesOnScreen): void {
  pen.resetTransform();
  pen.globalAlpha = 1;
  pen.globalCompositeOperation = "source-over";
  const others = standIns(cache, box, scale);
  for (const spec of tilesOver(box, scale)) {
    const tile = cache.get(spec);
    const seen = commonBox(tileBox(spec), box);
    if (sheet !== undefined && tile?.isStale !== false && covers(sheet, seen)) paintPart(pen, screen, sheet, tileBox(spec));
    else if (tile !== undefined) {
      cache.touch(tile);
      paintPart(pen, screen, tile, tile.box);
    } else if (sheet !== undefined && boxesIntersect(sheet.box, seen)) paintPart(pen, screen, sheet, tileBox(spec));
    else paintStandIn(pen, screen, scale, seen, others);
  }
}

/** Tiles of other scales that meet the view, by scale. */
function standIns(cache: TileCache, box: Box, scale: number): Map<number, Tile[]> {
  const found = new Map<number, Tile[]>();
  for (const tile of cache.values()) {
    if (tile.spec.scale === scale || !boxesIntersect(tile.box, box)) continue;
    const list = found.get(tile.spec.scale);
    if (list === undefined) found.set(tile.spec.scale, [tile]);
    else list.push(tile);
  }
  return found;
}

/** What is missing is cut into quarters so many times at most to find who has it. */
const MAX_CUTS = 4;

/**
 * Shows what is missing by the nearest scale that has all of it; where none has, quarter by quarter. A scale can have much of it, all of
 * that empty, and lack what has ink.
 */
function paintStandIn(pen: Pen, screen: Screen, scale: number, wanted: Box, others: ReadonlyMap<number, readonly Tile[]>, cuts = 0): void {
  const here = new Map<number, readonly Tile[]>();
  let best: { readonly tiles: readonly Tile[]; readonly area: number; readonly distance: number } | undefined;
  for (const [other, all] of others) {
    const tiles = all.filter((tile) => boxesIntersect(tile.box, wanted));
    const area = tiles.reduce((sum, tile) => sum + sharedArea(tile.box, wanted), 0);
    if (area === 0) continue;
    here.set(other, tiles);
    const distance = Math.abs(Math.log2(other / scale));
    const isBetter = best === undefined || area > best.area * 1.01 || (area > best.area * 0.99 && distance < best.distance);
    if (isBetter) best = { tiles, area, distance };
  }
  if (best === undefined) return;
  if (here.size === 1 || cuts === MAX_CUTS || best.area > wanted.w * wanted.h * 0.99) {
    for (const tile of best.tiles) paintPart(pen, screen, tile, wanted);
    return;
  }
  const [w, h] = [wanted.w / 2, wanted.h / 2];
  for (const x of [wanted.x, wanted.x + w])
    for (const y of [wanted.y, wanted.y + h]) paintStandIn(pen, screen, scale, { x, y, w, h }, here, cuts + 1);
}

/** Does a bitmap show all of a box? What numbers are rounded to does not count. */
export function covers({ box, spec }: Tile, seen: Box): boolean {
  return boxContainsBox(expandBox(box, 0.5 / spec.scale), seen);
}

/** Of two boxes that meet: of others its width or height is negative. */
export function commonBox(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y };
}

function sharedArea(a: Box, b: Box): number {
  const { w, h } = commonBox(a, b);
  return Math.max(0, w) * Math.max(0, h);
}

/** Edges lie on whole device pixels, the same for neighbours: no seams. */
function paintPart(pen: Pen, { camera, pixelRatio }: Screen, tile: Tile, within: Box): void {
  const { image, box, spec } = tile;
  if (image === undefined) return;
  const left = Math.max(box.x, within.x);
  const top = Math.max(box.y, within.y);
  const right = Math.min(box.x + box.w, within.x + within.w);
  const bottom = Math.min(box.y + box.h, within.y + within.h);
  if (right <= left || bottom <= top) return;
  const scale = camera.zoom * pixelRatio;
  const x = Math.round((left - camera.x) * scale);
  const y = Math.round((top - camera.y) * scale);
  const w = Math.round((right - camera.x) * scale) - x;
  const h = Math.round((bottom - camera.y) * scale) - y;
  if (w <= 0 || h <= 0) return;
  if (box === within && w === spec.w && h === spec.h) pen.drawImage(image, x, y);
  else {
    const { scale: own } = spec;
    pen.drawImage(image, (left - box.x) * own, (top - box.y) * own, (right - left) * own, (bottom - top) * own, x, y, w, h);
  }
}
