// Counting and cutting packed points (packed-points.ts) without decoding them. Each value is a varint, which
// ends with the first byte below 0x80; a point has two values, or three with pressure.

/** Whole points in the bytes; undefined where they end within a point. */
export function pointsIn(bytes: Uint8Array, pressure: boolean): number | undefined {
  let values = 0;
  for (const byte of bytes) if (byte < 0x80) values += 1;
  const stride = pressure ? 3 : 2;
  const endsOnValue = bytes.length === 0 || (bytes[bytes.length - 1] ?? 0) < 0x80;
  return endsOnValue && values % stride === 0 ? values / stride : undefined;
}

/** The bytes after the first `count` points; shares their memory. */
export function skipPoints(bytes: Uint8Array, count: number, pressure: boolean): Uint8Array {
  return bytes.subarray(endOfPoints(bytes, count, pressure));
}

/** The bytes of the first `count` points; shares their memory. */
export function firstPoints(bytes: Uint8Array, count: number, pressure: boolean): Uint8Array {
  return bytes.subarray(0, endOfPoints(bytes, count, pressure));
}

function endOfPoints(bytes: Uint8Array, count: number, pressure: boolean): number {
  let missing = count * (pressure ? 3 : 2);
  let at = 0;
  while (missing > 0 && at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) missing -= 1;
    at += 1;
  }
  return at;
}
