// Pictures that come inside of files and with copied shapes: read out of their text, and put where the board's pictures are.
import type { ReadPicture } from "@inkroom/interchange";
import { blobHash, MAX_BLOB_BYTES, MAX_PICTURE_PIXELS } from "@inkroom/protocol";
import { pictureHeader, type Shape } from "@inkroom/shapes";
import type { PictureDesk } from "./picture-desk.ts";

type Found = { readonly bytes: ArrayBuffer; readonly mime: string };

const DATA_ADDRESS = /^data:image\/[a-z+.-]+;base64,/;

export class FilePictures {
  readonly #found = new Map<string, Found>();

  /** What an address says of its type is not believed. */
  readonly read: ReadPicture = (address) => {
    const bytes = bytesOf(address);
    const header = bytes === undefined ? undefined : pictureHeader(new Uint8Array(bytes));
    if (bytes === undefined || header === undefined || header.width * header.height > MAX_PICTURE_PIXELS) return undefined;
    const blob = blobHash(new Uint8Array(bytes));
    this.#found.set(blob, { bytes, mime: header.mime });
    return { ...header, blob };
  };

  /** The shapes without those whose pictures are nowhere to be had; the others' are this board's from here on. */
  async settle(shapes: readonly Shape[], desk: () => Promise<Pick<PictureDesk, "add" | "claim">>): Promise<readonly Shape[]> {
    const names = new Set(shapes.flatMap((shape) => (shape.kind === "image" ? [shape.blob] : [])));
    const missing = new Set<string>();
    const { add, claim } = await desk();
    for (const name of names) {
      const found = this.#found.get(name);
      if (found !== undefined) await add(name, found);
      else if (!(await claim(name))) missing.add(name);
    }
    return shapes.filter((shape) => shape.kind !== "image" || !missing.has(shape.blob));
  }
}

/** Undefined for what is no picture in base64, or more than a picture may be. */
function bytesOf(address: string): ArrayBuffer | undefined {
  const [head] = DATA_ADDRESS.exec(address) ?? [];
  // Four characters stand for three bytes.
  if (head === undefined || ((address.length - head.length) * 3) / 4 > MAX_BLOB_BYTES + 2) return undefined;
  try {
    const bytes = Uint8Array.from(atob(address.slice(head.length)), (sign) => sign.charCodeAt(0));
    return bytes.length > MAX_BLOB_BYTES ? undefined : bytes.buffer;
  } catch {
    // Not base64: no picture.
    return undefined;
  }
}
