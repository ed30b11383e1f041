// The size of a WebP: of its canvas where it has one (decoders refuse a picture that does not fit it), else of its only picture.
import { fourChars } from "./picture-bytes.ts";
import type { PictureSize } from "./picture-header.ts";

const FIRST_CHUNK = 12;
const LOSSLESS_SIGNATURE = 0x2f;

export function webpSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 30) return undefined;
  switch (fourChars(view, FIRST_CHUNK)) {
    case "VP8X":
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      if (view.getUint8(20) !== LOSSLESS_SIGNATURE) return undefined;
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case "VP8 ": {
      if (uint24(view, 23) !== 0x2a019d) return undefined;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    }
    default:
      return undefined;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
