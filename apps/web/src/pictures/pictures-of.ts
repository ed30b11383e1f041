// The pictures on some shapes, for what leaves the board: as bytes, as text that a file can carry, or decoded.
import type { Shape } from "@inkroom/shapes";
import { dataAddress } from "../host/data-address.ts";
import type { BoardPictures } from "./board-pictures.ts";

/** By name. One that cannot be had now is missing. */
export async function picturesOf(shapes: readonly Shape[], pictures: Pick<BoardPictures, "desk">): Promise<ReadonlyMap<string, Blob>> {
  const names = new Set(shapes.flatMap((shape) => (shape.kind === "image" ? [shape.blob] : [])));
  const found = new Map<string, Blob>();
  if (names.size === 0) return found;
  const desk = await pictures.desk();
  for (const name of names) {
    const blob = await desk.peek(name);
    if (blob !== undefined) found.set(name, blob);
  }
  return found;
}

export async function asDataAddresses(pictures: ReadonlyMap<string, Blob>): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all([...pictures].map(async ([name, blob]) => [name, await dataAddress(blob)] as const)));
}

/** Pixels of all decoded pictures together, four bytes each: what a tab can hold beside the board. */
const MAX_PIXELS = 64 * 1024 * 1024;

/** To be closed by the caller. The more there are, the smaller they may have to be. What is no picture is missing. */
export async function asBitmaps(pictures: ReadonlyMap<string, Blob>): Promise<ReadonlyMap<string, ImageBitmap>> {
  const bitmaps = new Map<string, ImageBitmap>();
  for (const [name, blob] of pictures) {
    const bitmap = await createImageBitmap(blob)
      .then((whole) => within(whole, MAX_PIXELS / pictures.size))
      .catch(() => undefined);
    if (bitmap !== undefined) bitmaps.set(name, bitmap);
  }
  return bitmaps;
}

async function within(whole: ImageBitmap, maxPixels: number): Promise<ImageBitmap> {
  const scale = Math.sqrt(maxPixels / (whole.width * whole.height));
  if (scale >= 1) return whole;
  const [resizeWidth, resizeHeight] = [whole.width, whole.height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  const small = await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: "high" });
  whole.close();
  return small;
}
