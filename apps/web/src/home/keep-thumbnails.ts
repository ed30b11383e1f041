// Paints the small pictures of a board that is being left, and keeps them in this browser.
import { paintPng, pictureScale } from "@inkroom/canvas/picture";
import type { BoardView } from "@inkroom/model";
import { compareShapes } from "@inkroom/shapes";
import type { BoardPictures } from "../pictures/board-pictures.ts";
import { asBitmaps, picturesOf } from "../pictures/pictures-of.ts";
import { exportArea } from "@inkroom/interchange";
import type { Thumbnails } from "./thumbnails.ts";

/** Pixels; a card shows them at half the size. */
const SIZE = { w: 448, h: 280 } as const;
/** A board with more shapes takes too long to be painted while another page is being opened. */
const MAX_SHAPES = 4_000;
/** Free space around the ink, as a part of what there is. */
const MARGIN = 0.06;

/** Keeps what the board looks like now; keeps nothing of an empty one, and what there was of one that is too large. */
export async function keepThumbnails(
  board: string,
  { view, pictures: source }: { readonly view: BoardView; readonly pictures: Pick<BoardPictures, "desk"> },
  thumbnails: Thumbnails,
): Promise<void> {
  if (view.size > MAX_SHAPES) return;
  const shapes = [...view.shapes()].toSorted(compareShapes);
  const area = exportArea(shapes, 0);
  if (area === undefined) return thumbnails.put(board, undefined);
  const scale = Math.min((SIZE.w * (1 - 2 * MARGIN)) / area.w, (SIZE.h * (1 - 2 * MARGIN)) / area.h, 1);
  const [w, h] = [SIZE.w / scale, SIZE.h / scale];
  const frame = { x: area.x + (area.w - w) / 2, y: area.y + (area.h - h) / 2, w, h };
  if (pictureScale(frame, scale) < scale) return;
  const pictures = await asBitmaps(await picturesOf(shapes, source));
  const paint = (theme: "light" | "dark"): Promise<string> =>
    paintPng(shapes, { area: frame, scale, theme, background: false, pictures }).then(dataAddress);
  const [light, dark] = await Promise.all([paint("light"), paint("dark")]);
  for (const bitmap of pictures.values()) bitmap.close();
  thumbnails.put(board, { light, dark });
}

async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(text)}`;
}
