// What the first bytes of a picture say: its type and its size in pixels. Nothing is decoded, and nothing else is believed.
import type { PictureType } from "../image/schema.ts";
import { avifSize } from "./avif-size.ts";
import { gifSize } from "./gif-size.ts";
import { jpegSize } from "./jpeg-size.ts";
import { startsWith } from "./picture-bytes.ts";
import { webpSize } from "./webp-size.ts";

/** Pixels of the picture itself. */
export type PictureSize = { readonly width: number; readonly height: number };
export type PictureHeader = PictureSize & { readonly mime: PictureType };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/** Undefined for what is none of the known types, is cut off before its size, or has no area. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const mime = typeOf(bytes);
  const size = mime === undefined ? undefined : sizeOf(mime, bytes);
  if (mime === undefined || size === undefined || size.width < 1 || size.height < 1) return undefined;
  return { mime, width: size.width, height: size.height };
}

function typeOf(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, PNG)) return "image/png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "image/webp";
  if (startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a")) return "image/gif";
  if (startsWith(bytes, "ftyp", 4)) return "image/avif";
  return undefined;
}

function sizeOf(mime: PictureType, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mime) {
    case "image/png":
      return view.byteLength < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case "image/jpeg":
      return jpegSize(view);
    case "image/webp":
      return webpSize(view);
    case "image/gif":
      return gifSize(view);
    case "image/avif":
      return avifSize(view);
    default:
      return mime satisfies never;
  }
}
