// PORT: pictures as painters ask for them. Boards have them seldom: what paints them is brought along by whoever has their bytes.
import type { ImageItem, ShapeId } from "@inkroom/shapes";
import type { Theme } from "./theme.ts";
import type { Pen } from "./tiles/sheet.ts";

export type PicturePainter = {
  /**
   * Paints the picture of an item, or what stands for it while it is not at hand. `scale`: device pixels per unit of the pen's space.
   * False where it can paint neither: the caller paints a quiet box.
   */
  paint(pen: Pen, item: ImageItem, look: { readonly id: ShapeId; readonly scale: number; readonly theme: Theme }): boolean;
};
export type PictureShelf = PicturePainter & {
  /** Called with shapes that look different now. Returns the unsubscribe function. */
  subscribe(listener: (ids: ReadonlySet<ShapeId>) => void): () => void;
};
