// Pictures of Excalidraw: an element names a file of the same document, which has the picture as a `data:` address.
import { type ImageShape, NO_CROP } from "@inkroom/shapes";
import * as v from "valibot";
import type { PictureOf, ReadPicture } from "../picture-ports.ts";
import type { Element } from "./element.ts";

const filesSchema = v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {});
const fileSchema = v.object({ dataURL: v.string() });

/** Finds pictures by the id of their file. Each is read once, however many elements show it. */
export function pictureFinder(files: unknown, readPicture: ReadPicture): (fileId: string | null) => ReturnType<ReadPicture> {
  const known = v.parse(filesSchema, files);
  const read = new Map<string, ReturnType<ReadPicture>>();
  return (fileId) => {
    if (fileId === null) return undefined;
    const file = v.safeParse(fileSchema, Object.hasOwn(known, fileId) ? known[fileId] : undefined);
    if (file.success && !read.has(fileId)) read.set(fileId, readPicture(file.output.dataURL));
    return read.get(fileId);
  };
}

/** What a picture has beyond the box of its element. */
export function pictureProps({ scale, crop }: Element, picture: NonNullable<ReturnType<ReadPicture>>): object {
  const { blob, mime, width, height } = picture;
  const [flipX, flipY] = (scale ?? [1, 1]).map((factor) => factor < 0);
  return { kind: "image", blob, mime, pixelW: width, pixelH: height, flipX, flipY, ...shareOf(crop), altText: "" };
}

function shareOf(crop: Element["crop"]): object {
  if (crop === null || crop.naturalWidth <= 0 || crop.naturalHeight <= 0) return NO_CROP;
  const share = (length: number, whole: number): number => Math.min(1, Math.max(0, length / whole));
  const [cropX, cropY] = [share(crop.x, crop.naturalWidth), share(crop.y, crop.naturalHeight)];
  const cropW = Math.min(1 - cropX, share(crop.width, crop.naturalWidth));
  return { cropX, cropY, cropW, cropH: Math.min(1 - cropY, share(crop.height, crop.naturalHeight)) };
}

/** Undefined where the picture cannot be had: an element that shows nothing would be worse than none. */
export function imageElement(shape: ImageShape, pictureOf: PictureOf): { readonly [field: string]: unknown } | undefined {
  if (pictureOf(shape.blob) === undefined) return undefined;
  const { blob, flipX, flipY, pixelW: naturalWidth, pixelH: naturalHeight, cropX, cropY, cropW, cropH } = shape;
  const isWhole = cropX === 0 && cropY === 0 && cropW === 1 && cropH === 1;
  const part = { x: cropX * naturalWidth, y: cropY * naturalHeight, width: cropW * naturalWidth, height: cropH * naturalHeight };
  const crop = isWhole ? null : { ...part, naturalWidth, naturalHeight };
  return { type: "image", fileId: blob, status: "saved", scale: [flipX ? -1 : 1, flipY ? -1 : 1], crop };
}

/** The files that elements name. `now`: ms since the Unix epoch. */
export function imageFiles(shapes: Iterable<ImageShape>, pictureOf: PictureOf, now: number): object {
  const files: [string, object][] = [];
  for (const { blob, mime } of shapes) {
    const dataURL = pictureOf(blob);
    if (dataURL !== undefined) files.push([blob, { id: blob, mimeType: mime, dataURL, created: now, lastRetrieved: now }]);
  }
  return Object.fromEntries(files);
}
