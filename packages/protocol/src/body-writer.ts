// Writes MessagePack as it stands in bodies and frames: each value in its shortest form, as the published library writes it, so
// that what is stored, hashed and counted does not depend on who wrote it. The counterpart of body-reader.ts
// (https://github.com/msgpack/msgpack/blob/master/spec.md, docs/adr/0002-binary-codec.md).

const FIRST_BYTES = 2_048;
/** A buffer that has grown larger for one value is not kept. */
const KEPT_BYTES = 1_048_576;
/** First byte of a letter that is followed by one, two or three more. */
const UTF8_LEADS = [0, 0xc0, 0xe0, 0xf0];
const MAX_DEPTH = 100;

let bytes = new Uint8Array(FIRST_BYTES);
let view = new DataView(bytes.buffer);
let at = 0;

/**
 * The bytes of `value` behind one leading byte. Strings, finite and other numbers, booleans, byte strings, lists and plain
 * objects; null and undefined are nil. Throws TypeError for anything else, RangeError for what is too deep.
 */
export function writeBodyValue(lead: number, value: unknown): Uint8Array<ArrayBuffer> {
  at = 0;
  byte(lead);
  write(value, 0);
  const written = bytes.slice(0, at);
  if (bytes.length > KEPT_BYTES) grow(FIRST_BYTES);
  return written;
}

function write(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw new RangeError("a value is too deep for a body");
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") return writeString(value);
  if (value === null || value === undefined) return byte(0xc0);
  if (typeof value === "boolean") return byte(value ? 0xc3 : 0xc2);
  if (value instanceof Uint8Array) return writeBytes(value);
  if (Array.isArray(value)) return writeList(value, depth);
  if (typeof value === "object") return writeMap(value, depth);
  throw new TypeError(`a body holds no ${typeof value}`);
}

function writeNumber(value: number): void {
  if (!Number.isSafeInteger(value)) {
    byte(0xcb);
    room(8);
    view.setFloat64(at, value);
    at += 8;
  } else if (value >= 0) writeWhole(value);
  else writeNegative(value);
}

function writeWhole(value: number): void {
  if (value < 0x80) byte(value);
  else if (value <= 0xffff_ffff) sized(value, 0xcc, 0xcd, 0xce);
  else wide(0xcf, value);
}

function writeNegative(value: number): void {
  if (value >= -0x20) byte(value + 0x100);
  else if (value >= -0x80) {
    byte(0xd0);
    byte(value + 0x100);
  } else if (value >= -0x8000) {
    byte(0xd1);
    uint(value + 0x1_0000, 2);
  } else if (value >= -0x8000_0000) {
    byte(0xd2);
    uint(value + 0x1_0000_0000, 4);
  } else wide(0xd3, value);
}

function writeString(text: string): void {
  const { length } = text;
  // Most strings are short and of one byte a letter: tried first, and written again where they are not.
  if (length < 0x20) {
    const from = at;
    byte(0xa0 + length);
    room(length);
    let i = 0;
    for (; i < length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) break;
      bytes[at + i] = unit;
    }
    if (i === length) {
      at += length;
      return;
    }
    at = from;
  }
  const size = utf8Length(text);
  if (size < 0x20) byte(0xa0 + size);
  else sized(size, 0xd9, 0xda, 0xdb);
  room(size);
  writeUtf8(text);
}

function writeBytes(value: Uint8Array): void {
  sized(value.length, 0xc4, 0xc5, 0xc6);
  room(value.length);
  bytes.set(value, at);
  at += value.length;
}

function writeList(list: readonly unknown[], depth: number): void {
  if (list.length < 0x10) byte(0x90 + list.length);
  else longer(list.length, 0xdc, 0xdd);
  for (const item of list) write(item, depth + 1);
}

function writeMap(map: object, depth: number): void {
  const entries = Object.entries(map);
  if (entries.length < 0x10) byte(0x80 + entries.length);
  else longer(entries.length, 0xde, 0xdf);
  for (const [key, value] of entries) {
    writeString(key);
    write(value, depth + 1);
  }
}

function byte(value: number): void {
  room(1);
  bytes[at] = value;
  at += 1;
}

/** A number below 2^32 behind the lead for its size: one, two or four bytes. */
function sized(value: number, one: number, two: number, four: number): void {
  if (value > 0xff) return longer(value, two, four);
  byte(one);
  byte(value);
}

/** As `sized`, where there is no form of one byte. */
function longer(value: number, two: number, four: number): void {
  if (value <= 0xffff) {
    byte(two);
    uint(value, 2);
  } else {
    byte(four);
    uint(value, 4);
  }
}

function uint(value: number, length: 2 | 4): void {
  room(length);
  if (length === 2) view.setUint16(at, value);
  else view.setUint32(at, value);
  at += length;
}

function wide(lead: number, value: number): void {
  byte(lead);
  room(8);
  view.setBigInt64(at, BigInt(value));
  at += 8;
}

/** Makes sure that `length` more bytes fit. */
function room(length: number): void {
  if (at + length > bytes.length) grow(Math.max(2 * bytes.length, at + length));
}

function grow(size: number): void {
  const other = new Uint8Array(size);
  other.set(bytes.subarray(0, Math.min(at, size)));
  bytes = other;
  view = new DataView(bytes.buffer);
}

function utf8Length(text: string): number {
  let size = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return size;
}

/** UTF-8 (RFC 3629); half a surrogate pair becomes U+FFFD, as everywhere on the web. */
function writeUtf8(text: string): void {
  for (const letter of text) {
    const point = letter.codePointAt(0) as number;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes[at++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x1_0000 ? 2 : 3;
      bytes[at++] = (UTF8_LEADS[more] as number) | (code >> (6 * more));
      for (let rest = more - 1; rest >= 0; rest -= 1) bytes[at++] = 0x80 | ((code >> (6 * rest)) & 0x3f);
    }
  }
}
