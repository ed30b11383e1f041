// Reads the MessagePack of bodies, and of a room's frames: the forms that our encoder writes, and nothing else. Boards are
// opened with it, entry by entry, so it is written for speed; what clients send never comes here (docs/adr/0002-binary-codec.md).
// Byte strings are views into the body.

/** Longer strings do not come again. */
const SHORT = 32;
/** Units that become a string at once. */
const UNITS_AT_ONCE = 4_096;
/** Strings that came last, by hash: ids of people and tags come again and again, and are then the same string. */
const SEEN = Array.from({ length: 512 }, () => "");

let bytes: Uint8Array = new Uint8Array();
let view: DataView = new DataView(bytes.buffer);
let at = 0;

/** The value behind the first `from` bytes. Throws RangeError for surplus, missing or foreign bytes, TypeError for bad UTF-8. */
export function readBodyValue(body: Uint8Array, from: number): unknown {
  if (bytes.buffer !== body.buffer) view = new DataView(body.buffer);
  bytes = body;
  at = from;
  const value = readValue();
  if (at !== bytes.length) throw new RangeError("a body has another length than its content");
  return value;
}

function readValue(): unknown {
  const lead = next();
  if (lead < 0x80) return lead;
  if (lead >= 0xe0) return lead - 0x100;
  if (lead >= 0xa0 && lead < 0xc0) return readString(lead & 0x1f);
  if (lead >= 0x90 && lead < 0xa0) return readList(lead & 0x0f);
  if (lead >= 0x80 && lead < 0x90) return readMap(lead & 0x0f);
  switch (lead) {
    case 0xc0:
      return null;
    case 0xc2:
      return false;
    case 0xc3:
      return true;
    case 0xc4:
      return readBytes(readUint(1));
    case 0xc5:
      return readBytes(readUint(2));
    case 0xc6:
      return readBytes(readUint(4));
    case 0xca:
      return view.getFloat32(take(4));
    case 0xcb:
      return view.getFloat64(take(8));
    case 0xcc:
      return readUint(1);
    case 0xcd:
      return readUint(2);
    case 0xce:
      return readUint(4);
    case 0xcf:
      return Number(view.getBigUint64(take(8)));
    case 0xd0:
      return view.getInt8(take(1));
    case 0xd1:
      return view.getInt16(take(2));
    case 0xd2:
      return view.getInt32(take(4));
    case 0xd3:
      return Number(view.getBigInt64(take(8)));
    case 0xd9:
      return readString(readUint(1));
    case 0xda:
      return readString(readUint(2));
    case 0xdb:
      return readString(readUint(4));
    case 0xdc:
      return readList(readUint(2));
    case 0xdd:
      return readList(readUint(4));
    case 0xde:
      return readMap(readUint(2));
    case 0xdf:
      return readMap(readUint(4));
    default:
      throw new RangeError("a body holds what no body holds");
  }
}

function next(): number {
  const byte = bytes[at];
  if (byte === undefined) throw ended();
  at += 1;
  return byte;
}

/** Goes over `length` bytes. Gives where they begin in the buffer of the body. */
function take(length: number): number {
  const from = at;
  if (length > bytes.length - from) throw ended();
  at += length;
  return bytes.byteOffset + from;
}

function readUint(length: 1 | 2 | 4): number {
  const from = take(length);
  return length === 1 ? view.getUint8(from) : length === 2 ? view.getUint16(from) : view.getUint32(from);
}

function readBytes(length: number): Uint8Array {
  return new Uint8Array(bytes.buffer, take(length), length);
}

function readList(length: number): unknown[] {
  if (length > bytes.length - at) throw ended();
  const list: unknown[] = [];
  for (let i = 0; i < length; i += 1) list.push(readValue());
  return list;
}

function readMap(length: number): Readonly<Record<string, unknown>> {
  const map: Record<string, unknown> = {};
  for (let i = 0; i < length; i += 1) {
    const key = readValue();
    if (typeof key !== "string" || key === "__proto__") throw new RangeError("a map has a key that it cannot have");
    map[key] = readValue();
  }
  return map;
}

function readString(length: number): string {
  const end = at + length;
  if (end > bytes.length) throw ended();
  if (length > SHORT) return decodeTo(end);
  let hash = length;
  for (let i = at; i < end; i += 1) {
    const byte = bytes[i] as number;
    if (byte > 0x7f) return decodeTo(end);
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  const slot = (hash ^ (hash >>> 15)) & (SEEN.length - 1);
  const seen = SEEN[slot] as string;
  const text = isNext(seen, length) ? seen : String.fromCharCode.apply(undefined, bytes.subarray(at, end) as unknown as number[]);
  SEEN[slot] = text;
  at = end;
  return text;
}

function isNext(text: string, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i += 1) if (text.charCodeAt(i) !== bytes[at + i]) return false;
  return true;
}

/** UTF-8 (RFC 3629). Throws TypeError for what is none. */
function decodeTo(end: number): string {
  let text = "";
  let units: number[] = [];
  while (at < end) {
    const lead = next();
    const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0 || at + more > end) throw notText();
    let code = more === 0 ? lead : lead & (0x3f >> more);
    for (let i = 0; i < more; i += 1) {
      const byte = next();
      if ((byte & 0xc0) !== 0x80) throw notText();
      code = (code << 6) | (byte & 0x3f);
    }
    if (code <= 0xffff) units.push(code);
    else units.push(0xd7c0 + (code >> 10), 0xdc00 | (code & 0x3ff));
    if (units.length < UNITS_AT_ONCE) continue;
    text += String.fromCharCode(...units);
    units = [];
  }
  return text + String.fromCharCode(...units);
}

function notText(): TypeError {
  return new TypeError("a body holds text that is not UTF-8");
}

function ended(): RangeError {
  return new RangeError("a body ends too early");
}
