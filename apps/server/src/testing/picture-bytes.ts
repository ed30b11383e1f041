// Files that begin like pictures; what follows is filling, as nothing on the server decodes it.

/** The start of a PNG of this size in pixels, filled up to `length` bytes. `salt` makes another file of it. */
export function pngOf(width: number, height: number, length = 64, salt = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(length - 4, salt);
  return bytes;
}
