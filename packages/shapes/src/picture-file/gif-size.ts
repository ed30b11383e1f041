// The size of a GIF: its screen, or its first picture where that is larger, since browsers make room for it.
import type { PictureSize } from "./picture-header.ts";

const [EXTENSION, PICTURE] = [0x21, 0x2c];

/** Undefined where the file ends before its first picture. */
export function gifSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 13) return undefined;
  const flags = view.getUint8(10);
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  while (at + 9 <= view.byteLength) {
    const kind = view.getUint8(at);
    if (kind === PICTURE) return withPicture(view, at + 1);
    if (kind !== EXTENSION) return undefined;
    at += 2;
    // Blocks with their length in front, until an empty one.
    while (at < view.byteLength && view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  return undefined;
}

function withPicture(view: DataView, at: number): PictureSize {
  const [left, top, width, height] = [0, 2, 4, 6].map((i) => view.getUint16(at + i, true)) as [number, number, number, number];
  return { width: Math.max(view.getUint16(6, true), left + width), height: Math.max(view.getUint16(8, true), top + height) };
}
