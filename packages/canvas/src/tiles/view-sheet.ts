// All of a view as one bitmap: what is shown where no tile shows anything yet. Which one it is, and how long it waits for what is
// still coming into that view: drawn before that, it would be drawn again.
import type { Tile, TileCache } from "./tile-cache.ts";
import { tileKey, type TileSpec } from "./tile-grid.ts";

/** From the first part of a board that comes into view it waits for the others, but no longer than this, ms. */
const WAIT_MS = 300;

export class ViewSheet {
  readonly #cache: TileCache;
  #spec: TileSpec | undefined;
  #hasArrived = false;
  /** When something came into view for the first time, ms. */
  #sinceMs: number | undefined;
  #expectsMore = true;

  constructor(cache: TileCache) {
    this.#cache = cache;
  }

  /** The bitmap, where it is drawn, shows what is, and has this scale. */
  current(scale: number): Tile | undefined {
    const tile = this.#spec && this.#cache.get(this.#spec);
    return tile?.isStale === false && tile.spec.scale === scale ? tile : undefined;
  }

  /** Is this the one that was asked for last? */
  is(spec: TileSpec): boolean {
    return this.#spec !== undefined && tileKey(this.#spec) === tileKey(spec);
  }

  /** Takes the place of one of another view. */
  ask(spec: TileSpec): void {
    if (!this.is(spec)) this.drop();
    this.#spec = spec;
  }

  drop(): void {
    const tile = this.#spec && this.#cache.get(this.#spec);
    if (tile !== undefined) this.#cache.delete(tile);
    this.#spec = undefined;
  }

  /** The board is another one. */
  restart(): void {
    this.#expectsMore = true;
    this.#sinceMs = undefined;
  }

  /** Part of a board has come into view. */
  noteArrival(): void {
    this.#hasArrived = true;
  }

  /** Nothing more is expected to come into view. False: that was known. */
  expectNoMore(): boolean {
    const isNews = this.#expectsMore;
    this.#expectsMore = false;
    return isNews;
  }

  /** To be called once in a frame, before `isWaiting`. */
  tick(nowMs: number): void {
    if (this.#hasArrived) this.#sinceMs ??= nowMs;
    this.#hasArrived = false;
  }

  isWaiting(nowMs: number): boolean {
    return this.#expectsMore && this.#sinceMs !== undefined && nowMs - this.#sinceMs < WAIT_MS;
  }
}
