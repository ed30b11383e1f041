// What boards looked like when they were left, as small pictures in this browser: one per theme, for either may be on show.
import { type KeyValueStore, parseJson } from "../host/key-value-store.ts";
import type { Theme } from "../theme/theme.ts";

/** `data:` addresses of PNGs. */
type Thumbnail = Readonly<Record<Theme, string>>;

export type Thumbnails = {
  /** The picture of a board; undefined where none is kept. */
  get(board: string, theme: Theme): string | undefined;
  /** `undefined` takes the pictures away. */
  put(board: string, thumbnail: Thumbnail | undefined): void;
  /** Both pictures, to be put back. */
  both(board: string): Thumbnail | undefined;
  /** A picture may come after the page that shows it: painting takes a moment. */
  subscribe(listener: () => void): () => void;
};

export function createThumbnails(store: KeyValueStore): Thumbnails {
  const listeners = new Set<() => void>();
  const both = (board: string): Thumbnail | undefined => readThumbnail(parseJson(store.get(keyOf(board))));
  return {
    get: (board, theme) => both(board)?.[theme],
    both,
    put(board, thumbnail) {
      if (thumbnail === undefined) store.remove(keyOf(board));
      else store.set(keyOf(board), JSON.stringify(thumbnail));
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function keyOf(board: string): string {
  return `inkroom.look.${board}`;
}

function readThumbnail(stored: unknown): Thumbnail | undefined {
  if (typeof stored !== "object" || stored === null) return undefined;
  // reason: probed field by field on the next line.
  const { light, dark } = stored as Partial<Record<Theme, unknown>>;
  return isPicture(light) && isPicture(dark) ? { light, dark } : undefined;
}

function isPicture(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("data:image/png;base64,");
}
