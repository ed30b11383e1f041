// The tiles in memory. The least recently shown ones go first.
import type { Box } from "@inkroom/geometry";
import { penOf, createSheet, type Pen, type Sheet } from "./sheet.ts";
import { tileBox, tileKey, type TileSpec } from "./tile-grid.ts";

/** A bitmap of a part of the board. Nothing is held for a part without ink. */
export class Tile {
  readonly spec: TileSpec;
  readonly key: string;
  readonly box: Box;
  /** Shows what the board was, not what it is: to be shown only until the tile has been drawn anew. */
  isStale = false;
  #image: Sheet | ImageBitmap | undefined;

  constructor(spec: TileSpec, image: Sheet | ImageBitmap | undefined) {
    this.spec = spec;
    this.key = tileKey(spec);
    this.box = tileBox(spec);
    this.#image = image;
  }

  get image(): CanvasImageSource | undefined {
    return this.#image;
  }

  /** The tile's canvas, to paint on. A bitmap from the worker becomes a canvas at the first call. */
  get pen(): Pen {
    const image = this.#image;
    if (image !== undefined && !(typeof ImageBitmap !== "undefined" && image instanceof ImageBitmap)) return penOf(image as Sheet);
    const sheet = createSheet(this.spec.w, this.spec.h);
    const pen = penOf(sheet);
    if (image !== undefined) pen.drawImage(image as ImageBitmap, 0, 0);
    this.release();
    this.#image = sheet;
    return pen;
  }

  /** Gives the memory back. */
  release(): void {
    const image = this.#image;
    this.#image = undefined;
    if (image === undefined) return;
    if ("close" in image) image.close();
    else Object.assign(image, { width: 0, height: 0 });
  }
}

export class TileCache {
  /** Least recently shown first. */
  readonly #tiles = new Map<string, Tile>();

  get size(): number {
    return this.#tiles.size;
  }

  get(spec: TileSpec): Tile | undefined {
    return this.#tiles.get(tileKey(spec));
  }

  /** The tile was shown. */
  touch(tile: Tile): void {
    this.#tiles.delete(tile.key);
    this.#tiles.set(tile.key, tile);
  }

  /** Replaces a tile of the same place. */
  put(tile: Tile): void {
    this.#tiles.get(tile.key)?.release();
    this.touch(tile);
  }

  delete(tile: Tile): void {
    tile.release();
    this.#tiles.delete(tile.key);
  }

  values(): Iterable<Tile> {
    return this.#tiles.values();
  }

  /** Lets go of tiles until at most `max` with a bitmap are left. */
  trim(max: number): void {
    let held = 0;
    for (const tile of this.#tiles.values()) if (tile.image !== undefined) held += 1;
    for (const tile of this.#tiles.values()) {
      if (held <= max) break;
      if (tile.image !== undefined) held -= 1;
      this.delete(tile);
    }
  }

  clear(): void {
    for (const tile of this.#tiles.values()) tile.release();
    this.#tiles.clear();
  }
}
