// PORT: decoded pictures as painters ask for them.
import type { ShapeId } from "@inkroom/shapes";

export type PictureShelf = {
  /**
   * The picture named `blob`, at the size that is at hand; undefined while there is none. `width`: device pixels that all of the
   * picture would take as it is shown. Where that is better than what is at hand, it is made, and `id` is told of when it is there.
   */
  get(blob: string, width: number, id: ShapeId): ImageBitmap | undefined;
  /** Called with shapes that look different now. Returns the unsubscribe function. */
  subscribe(listener: (ids: ReadonlySet<ShapeId>) => void): () => void;
};
