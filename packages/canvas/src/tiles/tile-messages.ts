// What the page and the tile worker say to each other.
import type { Clip, Shape, ShapeId } from "@inkroom/shapes";
import type { ThemeName } from "../theme.ts";
import type { TileSpec } from "./tile-grid.ts";

/** A tile that is wanted. `ids`: what is on it, in no particular order; absent where the last list had it with the same. */
type WantedTile = { readonly spec: TileSpec; readonly ids?: readonly ShapeId[] | undefined };

/** From the page. Parts that are absent stay as they are; they are applied in the order they stand here. */
export type ToTileWorker = {
  /** Forget all shapes. */
  readonly reset?: true;
  readonly theme?: ThemeName;
  readonly put?: readonly Shape[];
  /** What frames leave of those of `put` that they cut. */
  readonly clips?: ReadonlyMap<ShapeId, Clip> | undefined;
  /** Those of `put` will be wanted soon, at this scale. */
  readonly soon?: number;
  readonly forget?: readonly ShapeId[];
  /** The page has a hand to follow: where they are few, it needs the cores. */
  readonly isHurried?: boolean;
  /** The number of the last change. With `want`, all shapes of the tiles wanted have been told as of it. */
  readonly revision: number;
  /** The tiles wanted from now on, most urgent first. */
  readonly want?: readonly WantedTile[];
};

/** From the worker. */
export type FromTileWorker = { readonly spec: TileSpec; readonly revision: number; readonly bitmap: ImageBitmap };

/** PORT: the worker as the page sees it. A `Worker` that runs tile-worker.ts is one. */
export type TileWorkerPort = {
  postMessage(message: ToTileWorker): void;
  onmessage: ((event: { readonly data: FromTileWorker }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  terminate(): void;
};
