// A walk over MessagePack headers that allocates nothing: is this one whole, well-formed value, and how deep is it?
// Run before decoding hostile bytes, so that the decoder never sees a length that the frame does not hold.

/** Value kinds by what follows the header byte: `skip` payload bytes, or `items` nested values. */
type Header = { readonly size: number; readonly skip: number; readonly items: number; readonly isContainer: boolean };

/**
 * Nesting of arrays and maps in the one value that `bytes` hold from `start` to their end: 0 for a scalar.
 * Undefined where they are cut off, surplus, use extension types, or go deeper than `limit`.
 */
export function msgpackDepth(bytes: Uint8Array, start: number, limit: number): number | undefined {
  const open: number[] = [1];
  let at = start;
  let depth = 0;
  while (open.length > 0) {
    const left = open[open.length - 1] ?? 0;
    if (left === 0) {
      open.pop();
      continue;
    }
    open[open.length - 1] = left - 1;
    const header = readHeader(bytes, at);
    if (header === undefined) return undefined;
    at += header.size + header.skip;
    // Every nested value takes at least one byte.
    if (at + header.items > bytes.length) return undefined;
    if (!header.isContainer) continue;
    depth = Math.max(depth, open.length);
    if (depth > limit) return undefined;
    open.push(header.items);
  }
  return at === bytes.length ? depth : undefined;
}

function readHeader(bytes: Uint8Array, at: number): Header | undefined {
  const byte = bytes[at];
  if (byte === undefined) return undefined;
  if (byte <= 0x7f || byte >= 0xe0) return scalar(0);
  if (byte <= 0x8f) return container(1, (byte & 0x0f) * 2);
  if (byte <= 0x9f) return container(1, byte & 0x0f);
  if (byte <= 0xbf) return scalar(byte & 0x1f);
  return readLongHeader(bytes, at, byte);
}

function readLongHeader(bytes: Uint8Array, at: number, byte: number): Header | undefined {
  switch (byte) {
    case 0xc0: // nil
    case 0xc2: // false
    case 0xc3: // true
      return scalar(0);
    case 0xcc: // uint 8
    case 0xd0: // int 8
      return scalar(1);
    case 0xcd: // uint 16
    case 0xd1: // int 16
      return scalar(2);
    case 0xca: // float 32
    case 0xce: // uint 32
    case 0xd2: // int 32
      return scalar(4);
    case 0xcb: // float 64
    case 0xcf: // uint 64
    case 0xd3: // int 64
      return scalar(8);
    case 0xc4: // bin 8
    case 0xd9: // str 8
      return text(bytes, at, 1);
    case 0xc5: // bin 16
    case 0xda: // str 16
      return text(bytes, at, 2);
    case 0xc6: // bin 32
    case 0xdb: // str 32
      return text(bytes, at, 4);
    case 0xdc: // array 16
      return container(3, readLength(bytes, at + 1, 2));
    case 0xdd: // array 32
      return container(5, readLength(bytes, at + 1, 4));
    case 0xde: // map 16
      return container(3, readLength(bytes, at + 1, 2) * 2);
    case 0xdf: // map 32
      return container(5, readLength(bytes, at + 1, 4) * 2);
    default: // extension types and the unused byte
      return undefined;
  }
}

function scalar(skip: number): Header {
  return { size: 1, skip, items: 0, isContainer: false };
}

function text(bytes: Uint8Array, at: number, lengthBytes: number): Header {
  return { size: 1 + lengthBytes, skip: readLength(bytes, at + 1, lengthBytes), items: 0, isContainer: false };
}

function container(size: number, items: number): Header {
  return { size, skip: 0, items, isContainer: true };
}

/** Big-endian; missing bytes count as 0, the caller notices the overrun. */
function readLength(bytes: Uint8Array, at: number, count: number): number {
  let length = 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[at + i] ?? 0);
  return length;
}
