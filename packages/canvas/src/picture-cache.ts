// Decoded pictures: each at about the size at which it is seen, all of them together within a budget of pixels. Whoever was
// shown less than was asked for is told when there is more.
import type { ImageItem, ShapeId } from "@inkroom/shapes";
import { paintImage, paintMissing } from "./picture-paint.ts";
import type { PictureShelf } from "./picture-shelf.ts";

export type PictureCachePorts = {
  /** The bytes of a picture. Resolves when they are there, however long that takes; rejects where they never will be. */
  readonly load: (blob: string) => Promise<Blob>;
  /** Rejects for what is no picture. */
  readonly decode: (bytes: Blob) => Promise<ImageBitmap>;
  /** A picture of these sides, pixels; the given one stays. */
  readonly resize: (picture: ImageBitmap, w: number, h: number) => Promise<ImageBitmap>;
  /** Pixels of all of them together; see MAX_HELD_PIXELS. */
  readonly maxPixels?: number;
};

/** Four bytes each. */
const MAX_HELD_PIXELS = 64 * 1024 * 1024;
const MOST_SHRUNK = 64;

type Held = {
  bitmap: ImageBitmap | undefined;
  /** The bitmap is the picture in full. */
  isFull: boolean;
  isMaking: boolean;
  /** Largest width asked for since the bitmap was made, device pixels. */
  wanted: number;
  isBroken: boolean;
  readonly waiting: Set<ShapeId>;
};

export class PictureCache implements PictureShelf {
  readonly #ports: PictureCachePorts;
  /** Least recently asked for first. */
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<(ids: ReadonlySet<ShapeId>) => void>();
  /** One at a time: before they are made smaller, a few dozen of them would not fit into memory. */
  #decoding: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(ports: PictureCachePorts) {
    this.#ports = ports;
  }

  /** Pixels in memory. */
  get pixels(): number {
    let sum = 0;
    for (const { bitmap } of this.#held.values()) sum += bitmap === undefined ? 0 : bitmap.width * bitmap.height;
    return sum;
  }

  paint: PictureShelf["paint"] = (pen, item, { id, scale, theme }) => {
    const picture = this.get(item.blob, wholeWidth(item) * scale, id);
    if (picture === undefined) paintMissing(pen, item, theme);
    else paintImage(pen, item, picture);
    return true;
  };

  /**
   * The picture at the size that is at hand; undefined while there is none. `width`: device pixels that all of it would take as it is
   * shown. Where that is better than what is at hand, it is made, and `id` is told of when it is there.
   */
  get(blob: string, width: number, id: ShapeId): ImageBitmap | undefined {
    const held = this.#held.get(blob) ?? newHeld();
    this.#held.delete(blob);
    this.#held.set(blob, held);
    const isEnough = held.bitmap !== undefined && (held.isFull || held.bitmap.width >= width);
    if (!isEnough && !held.isBroken) {
      held.waiting.add(id);
      held.wanted = Math.max(held.wanted, width);
      if (!held.isMaking) void this.#make(blob, held);
    }
    return held.bitmap;
  }

  subscribe(listener: (ids: ReadonlySet<ShapeId>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets go of all pictures. */
  dispose(): void {
    this.#isOver = true;
    for (const { bitmap } of this.#held.values()) bitmap?.close();
    this.#held.clear();
    this.#listeners.clear();
  }

  async #make(blob: string, held: Held): Promise<void> {
    held.isMaking = true;
    try {
      const bytes = await this.#ports.load(blob);
      const decoding = this.#decoding.then(() => this.#decode(bytes, held));
      this.#decoding = decoding.catch(() => undefined);
      await decoding;
    } catch {
      // No picture: the box stays. Asked again after the board was opened anew.
      held.isBroken = true;
    }
    held.isMaking = false;
    this.#tell(held);
  }

  async #decode(bytes: Blob, held: Held): Promise<void> {
    if (this.#isOver) return;
    const whole = await this.#ports.decode(bytes);
    const shrink = shrinkFor(whole.width, held.wanted);
    held.wanted = 0;
    this.#keep(held, shrink === 1 ? whole : await this.#smaller(whole, shrink), shrink === 1);
  }

  async #smaller(whole: ImageBitmap, shrink: number): Promise<ImageBitmap> {
    const side = (length: number): number => Math.max(1, Math.round(length / shrink));
    try {
      return await this.#ports.resize(whole, side(whole.width), side(whole.height));
    } finally {
      whole.close();
    }
  }

  #keep(held: Held, bitmap: ImageBitmap, isFull: boolean): void {
    if (this.#isOver) return bitmap.close();
    held.bitmap?.close();
    held.bitmap = bitmap;
    held.isFull = isFull;
    let left = this.pixels - (this.#ports.maxPixels ?? MAX_HELD_PIXELS);
    for (const other of this.#held.values()) {
      if (left <= 0) return;
      if (other === held || other.bitmap === undefined) continue;
      left -= other.bitmap.width * other.bitmap.height;
      other.bitmap.close();
      other.bitmap = undefined;
    }
  }

  #tell(held: Held): void {
    const ids = new Set(held.waiting);
    held.waiting.clear();
    if (ids.size > 0 && !held.isBroken) for (const listener of this.#listeners) listener(ids);
  }
}

/** Of the whole picture where its part fills the target. */
function wholeWidth({ source, target }: ImageItem): number {
  return target.w / Math.max(source.w, Number.EPSILON);
}

function newHeld(): Held {
  return { bitmap: undefined, isFull: false, isMaking: false, wanted: 0, isBroken: false, waiting: new Set() };
}

/** The most by which a picture of this width may be made smaller and still be as wide as wanted: a power of two. */
function shrinkFor(width: number, wanted: number): number {
  let shrink = 1;
  while (shrink < MOST_SHRUNK && width / (shrink * 2) >= wanted) shrink *= 2;
  return shrink;
}
