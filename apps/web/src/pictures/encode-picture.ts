// A file from a person, encoded anew: what a photograph tells of its place and camera stays behind, markup becomes pixels, and no
// picture has more of them than it can use.
import { MAX_BLOB_BYTES } from "@inkroom/protocol";
import { type PictureHeader, pictureHeader } from "@inkroom/shapes";

export type EncodedPicture = PictureHeader & {
  readonly bytes: ArrayBuffer;
  /** Pixels of it for each page unit: a drawing is finer than it is large. */
  readonly density: number;
};
export type PictureRefusal = "noPicture" | "tooLarge";

/** Longest side, pixels. */
const MAX_SIDE = 4_096;
/** What is unpacked to be made smaller, pixels: more would bring a tab down. */
const MAX_UNPACKED = 120_000_000;
const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Side of a drawing without one of its own, and how much finer than its size it is drawn. */
const SVG_SIDE = 512;
const SVG_SCALE = 2;
const SVG = "image/svg+xml";
const QUALITY = 0.9;

export async function encodePicture(file: Blob): Promise<EncodedPicture | PictureRefusal> {
  if (file.size > MAX_FILE_BYTES) return "tooLarge";
  const header = pictureHeader(new Uint8Array(await file.slice(0, 1024 * 1024).arrayBuffer()));
  if (header !== undefined && header.width * header.height > MAX_UNPACKED) return "tooLarge";
  const canvas = await drawn(file);
  if (canvas === undefined) return "noPicture";
  // Photographs stay small as JPEG; all else keeps its edges and what shows through it.
  const tries = file.type === "image/jpeg" ? ["image/jpeg"] : ["image/png", "image/webp", "image/jpeg"];
  for (const type of tries) {
    const blob = await encoded(canvas, type);
    if (blob === undefined || blob.size > MAX_BLOB_BYTES) continue;
    const bytes = await blob.arrayBuffer();
    const made = pictureHeader(new Uint8Array(bytes));
    if (made !== undefined) return { ...made, bytes, density: file.type === SVG ? SVG_SCALE : 1 };
  }
  return "tooLarge";
}

async function drawn(file: Blob): Promise<HTMLCanvasElement | undefined> {
  const isDrawing = file.type === SVG;
  try {
    const source = isDrawing ? await drawingOf(file) : await createImageBitmap(file);
    const [width, height] = isDrawing ? [source.width || SVG_SIDE, source.height || SVG_SIDE] : [source.width, source.height];
    const scale = Math.min(isDrawing ? SVG_SCALE : 1, MAX_SIDE / Math.max(width, height));
    const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
    const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
    const pen = canvas.getContext("2d");
    if (pen === null) return undefined;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(source, 0, 0, w, h);
    if ("close" in source) source.close();
    return canvas;
  } catch {
    // Whatever it is, this browser does not take it for a picture.
    return undefined;
  }
}

/** Inside of an <img>, nothing in it runs and nothing is fetched. */
async function drawingOf(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  try {
    const image = Object.assign(new Image(), { src: address });
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Undefined where the browser cannot write the type: it would give another one. */
async function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, QUALITY);
  });
  return blob?.type === type ? blob : undefined;
}
