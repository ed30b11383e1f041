// Copies of short byte strings, many of them in one buffer: a board has a hundred thousand strokes, and a buffer of its own
// costs each of them as much memory again as its points.

/** Bytes of one buffer. It lives as long as one of its strings does. */
const SHELF_BYTES = 16_384;
/** Longer ones get a buffer of their own, and so do shorter ones: those a browser keeps inside of the object. */
const MAX_SHARED = 2_048;
const MIN_SHARED = 65;

let shelf = new ArrayBuffer(0);
let used = 0;

/** A copy that shares nothing with `bytes`. It may be a view: what sends its whole buffer away has to copy it first. */
export function keptBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = bytes;
  if (length < MIN_SHARED || length > MAX_SHARED) return new Uint8Array(bytes);
  if (used + length > shelf.byteLength) {
    shelf = new ArrayBuffer(SHELF_BYTES);
    used = 0;
  }
  const copy = new Uint8Array(shelf, used, length);
  copy.set(bytes);
  used += length;
  return copy;
}
