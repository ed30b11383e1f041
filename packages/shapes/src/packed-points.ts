// Packed points: how the points of a stroke are held, sent and stored. Each point is the difference to the point before
// it (the first to (0, 0)) in whole steps of `quantum`, as zigzag varints: x, y and, with pressure, a value of 0..255.
// Two encodings can be joined byte by byte where the second continues from the last point of the first.
import type { Box } from "@inkroom/geometry";

/** How the numbers are to be read: page units per step, and whether each point carries a pressure. */
export type PointFormat = { readonly quantum: number; readonly pressure: boolean };
/** A point in page units relative to the stroke's (x, y). `p` is the pressure, 0..255; absent means 0. */
export type InkPoint = { readonly x: number; readonly y: number; readonly p?: number | undefined };
/** A point in whole steps of a quantum; `p` is 0 without pressure. */
export type QuantisedPoint = { readonly x: number; readonly y: number; readonly p: number };
/** What a pass over packed bytes finds. `reach` is the largest absolute x or y of any point, in steps. */
export type PointScan = { readonly count: number; readonly last: QuantisedPoint; readonly reach: number };

const ORIGIN: QuantisedPoint = { x: 0, y: 0, p: 0 };
const MAX_VARINT_BYTES = 5;
const MAX_PRESSURE = 255;

/** The point in whole steps: where the decoder will see it. Never -0. */
export function quantisePoint(point: InkPoint, format: PointFormat): QuantisedPoint {
  const p = format.pressure ? Math.min(MAX_PRESSURE, Math.max(0, Math.round(point.p ?? 0))) : 0;
  return { x: Math.round(point.x / format.quantum) + 0, y: Math.round(point.y / format.quantum) + 0, p: p + 0 };
}

/**
 * Packs points. `from` is the point before the first one (the last point of what the result will be appended to).
 * Throws a RangeError for a point that is not finite or lies outside of the page (a fault of the caller).
 */
export function encodePoints(
  points: readonly InkPoint[],
  options: PointFormat & { readonly from?: QuantisedPoint | undefined },
): Uint8Array<ArrayBuffer> {
  const out: number[] = [];
  let last = options.from ?? ORIGIN;
  for (const point of points) {
    const next = quantisePoint(point, options);
    pushVarint(out, next.x - last.x);
    pushVarint(out, next.y - last.y);
    if (options.pressure) pushVarint(out, next.p - last.p);
    last = next;
  }
  return Uint8Array.from(out);
}

/** Unpacks into a flat list, stride 2 (x, y) or 3 (x, y, p). Malformed bytes end the list early; validate with countPoints. */
export function decodePoints(bytes: Uint8Array, format: PointFormat): Float64Array {
  const stride = format.pressure ? 3 : 2;
  // A point takes at least one byte per value, so this never has to grow.
  const flat = new Float64Array(bytes.length - (bytes.length % stride));
  let length = 0;
  eachPoint(bytes, format.pressure, (x, y, p) => {
    flat[length++] = x * format.quantum;
    flat[length++] = y * format.quantum;
    if (stride === 3) flat[length++] = p;
  });
  return flat.slice(0, length);
}

/** The smallest box around the points that decodePoints gives, in page units; zero at the origin without points. */
export function boundsOfPoints(bytes: Uint8Array, format: PointFormat): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPoint(bytes, format.pressure, (x, y) => {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  });
  if (left === Infinity) return { x: 0, y: 0, w: 0, h: 0 };
  const { quantum } = format;
  return { x: left * quantum, y: top * quantum, w: (right - left) * quantum, h: (bottom - top) * quantum };
}

/**
 * Calls `take` with each whole, well-formed point from the first on, in steps. Boards hold millions of points, and opening one
 * passes over all of them: the bytes are read in place.
 */
function eachPoint(bytes: Uint8Array, pressure: boolean, take: (x: number, y: number, p: number) => void): void {
  const reader = new VarintReader(bytes);
  let [x, y, p] = [0, 0, 0];
  while (reader.at < bytes.length) {
    const dx = reader.next();
    const dy = reader.next();
    const dp = pressure ? reader.next() : 0;
    if (dx === undefined || dy === undefined || dp === undefined) return;
    x += dx;
    y += dy;
    p += dp;
    take(x, y, p);
  }
}

/** Number of points, or undefined where the bytes are not a whole number of well-formed points. */
export function countPoints(bytes: Uint8Array, pressure: boolean): number | undefined {
  return scanPoints(bytes, pressure)?.count;
}

/**
 * One pass over the bytes: number of points, last point, reach. `from` as in encodePoints.
 * Undefined where the bytes are malformed, not in their shortest form, or a pressure lies outside of 0..255.
 */
export function scanPoints(bytes: Uint8Array, pressure: boolean, from: QuantisedPoint = ORIGIN): PointScan | undefined {
  const reader = new VarintReader(bytes);
  let { x, y, p } = from;
  let count = 0;
  let reach = 0;
  while (reader.at < bytes.length) {
    const dx = reader.next();
    const dy = reader.next();
    const dp = pressure ? reader.next() : 0;
    if (dx === undefined || dy === undefined || dp === undefined) return undefined;
    x += dx;
    y += dy;
    p += dp;
    if (p < 0 || p > MAX_PRESSURE) return undefined;
    reach = Math.max(reach, Math.abs(x), Math.abs(y));
    count += 1;
  }
  return { count, last: { x, y, p }, reach };
}

function pushVarint(out: number[], delta: number): void {
  if (delta !== (delta | 0)) throw new RangeError("a packed point must be finite and on the page");
  let rest = ((delta << 1) ^ (delta >> 31)) >>> 0;
  while (rest > 0x7f) {
    out.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  out.push(rest);
}

/** Reads zigzag varints one by one. `next` gives undefined for a cut-off, over-long or padded one. */
class VarintReader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): number | undefined {
    const bytes = this.#bytes;
    // Most steps of a hand fit in one byte.
    const only = bytes[this.at];
    if (only !== undefined && only < 0x80) {
      this.at += 1;
      return (only >>> 1) ^ -(only & 1);
    }
    let value = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i += 1) {
      const byte = bytes[this.at];
      if (byte === undefined) return undefined;
      this.at += 1;
      value |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) {
        const isPadded = i > 0 && byte === 0;
        const isTooLong = i === MAX_VARINT_BYTES - 1 && byte > 0x0f;
        return isPadded || isTooLong ? undefined : (value >>> 1) ^ -(value & 1);
      }
    }
    return undefined;
  }
}
