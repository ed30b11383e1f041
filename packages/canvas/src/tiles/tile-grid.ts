// The grid of tiles: at which scales bitmaps of the board are kept, which tile covers what, and in which order they are wanted.
import type { Box } from "@inkroom/geometry";

/** Side of a tile, device pixels. */
export const TILE_PX = 512;
/** A tile may be shown this much larger than it was drawn while the zoom changes. */
const MAX_STRETCH = 1.2;

/**
 * A bitmap of a part of the board: `scale` in device pixels per page unit, place and size in whole device pixels of that scale from
 * the page's origin.
 */
export type TileSpec = { readonly scale: number } & Box;

/** The tile of a column and a row, counted from the page's origin. */
export function tileAt(scale: number, column: number, row: number): TileSpec {
  return { scale, x: column * TILE_PX, y: row * TILE_PX, w: TILE_PX, h: TILE_PX };
}

/** All of a view as one bitmap: there sooner than the tiles over it, which reach beyond it and share what lies across their edges. */
export function sheetOver(view: Box, scale: number): TileSpec {
  const [x, y] = [Math.floor(view.x * scale + EPSILON), Math.floor(view.y * scale + EPSILON)];
  const end = (edge: number): number => Math.ceil(edge * scale - EPSILON);
  return { scale, x, y, w: end(view.x + view.w) - x, h: end(view.y + view.h) - y };
}
/** A view begins on a whole device pixel but for what its numbers are rounded to. */
const EPSILON = 1e-3;

export function tileKey({ scale, x, y, w, h }: TileSpec): string {
  return `${scale}/${x}/${y}/${w}/${h}`;
}

/** What a tile shows, page space. */
export function tileBox({ scale, x, y, w, h }: TileSpec): Box {
  return { x: x / scale, y: y / scale, w: w / scale, h: h / scale };
}

/**
 * The scale to draw tiles at while the zoom is changing: a power of two, so that the tiles of one moment still serve the
 * next. Such tiles are shown at 0.6 to 1.2 of their size.
 */
export function motionScale(scale: number): number {
  return 2 ** Math.ceil(Math.log2(scale / MAX_STRETCH));
}

/** The tiles of a scale that meet a page box, row by row. */
export function tilesOver(box: Box, scale: number): TileSpec[] {
  const side = TILE_PX / scale;
  const specs: TileSpec[] = [];
  const [left, top] = [Math.floor(box.x / side), Math.floor(box.y / side)];
  const [right, bottom] = [Math.ceil((box.x + box.w) / side), Math.ceil((box.y + box.h) / side)];
  for (let row = top; row < bottom; row += 1) for (let column = left; column < right; column += 1) specs.push(tileAt(scale, column, row));
  return specs;
}

/** The tiles in view, nearest to its centre first, then those one tile around the view. */
export function wantedTiles(view: Box, scale: number): { readonly inView: readonly TileSpec[]; readonly around: readonly TileSpec[] } {
  const inView = nearestFirst(tilesOver(view, scale), view);
  const side = TILE_PX / scale;
  const wider = { x: view.x - side, y: view.y - side, w: view.w + 2 * side, h: view.h + 2 * side };
  const seen = new Set(inView.map(tileKey));
  const around = nearestFirst(
    tilesOver(wider, scale).filter((spec) => !seen.has(tileKey(spec))),
    view,
  );
  return { inView, around };
}

function nearestFirst(specs: readonly TileSpec[], view: Box): TileSpec[] {
  const distance = (spec: TileSpec): number => {
    const box = tileBox(spec);
    return Math.hypot(box.x + box.w / 2 - view.x - view.w / 2, box.y + box.h / 2 - view.y - view.h / 2);
  };
  return specs.toSorted((a, b) => distance(a) - distance(b));
}
