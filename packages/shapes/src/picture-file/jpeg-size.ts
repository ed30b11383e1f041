// The size of a JPEG, from the first frame header among its segments.
import type { PictureSize } from "./picture-header.ts";

/** Markers from C0 to CF that begin no frame: tables of codes and arithmetic conditions, and one that is reserved. */
const NO_FRAME: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);
const START_OF_SCAN = 0xda;

/** Undefined where the file ends, or its picture begins, before a size. */
export function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // any number of these may fill up before a marker
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (marker === START_OF_SCAN || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}
