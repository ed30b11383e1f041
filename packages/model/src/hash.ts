// A fingerprint of a board, for finding replicas that differ. Not a defence against anyone who wants a collision.
// Each entry is fed in a canonical form to two lanes of FNV-1a (Fowler, Noll, Vo; RFC 9923), each lane is mixed by the
// 32-bit finaliser of MurmurHash3 (Appleby, public domain), and the lanes of all entries are added up modulo 2^32:
// addition does not mind the order, so nothing has to be sorted but the property names.
import type { Entry } from "./entry.ts";

const FNV_PRIME = 0x01000193;
const LANE_SEEDS = [0x811c9dc5, 0x01234567] as const;

export type Lanes = { a: number; b: number };

/** "<entries>-<16 hex digits>". Equal for equal entries (tags and tombstones included) in any order. O(bytes of the board). */
export function hashBoard(board: { entries(): Iterable<Entry> }): string {
  let count = 0;
  const sum: Lanes = { a: 0, b: 0 };
  for (const entry of board.entries()) {
    addEntry(sum, entry);
    count += 1;
  }
  return hashText(count, sum);
}

/** The hash of a board with `count` entries whose lanes add up to `sum`. */
export function hashText(count: number, sum: Lanes): string {
  return `${count}-${hex(sum.a)}${hex(sum.b)}`;
}

/** The other way round; undefined for what hashText has not made. */
export function lanesOf(hash: string): Lanes | undefined {
  const [, a, b] = /^\d+-([0-9a-f]{8})([0-9a-f]{8})$/.exec(hash) ?? [];
  return a === undefined || b === undefined ? undefined : { a: Number.parseInt(a, 16), b: Number.parseInt(b, 16) };
}

export function addEntry(sum: Lanes, entry: Entry): void {
  const { a, b } = lanesOfEntry(entry);
  sum.a = (sum.a + a) >>> 0;
  sum.b = (sum.b + b) >>> 0;
}

export function subtractEntry(sum: Lanes, entry: Entry): void {
  const { a, b } = lanesOfEntry(entry);
  sum.a = (sum.a - a) >>> 0;
  sum.b = (sum.b - b) >>> 0;
}

function lanesOfEntry(entry: Entry): Lanes {
  const lanes: Lanes = { a: LANE_SEEDS[0], b: LANE_SEEDS[1] };
  feedValue(lanes, entry);
  return { a: mix(lanes.a), b: mix(lanes.b) };
}

/** Every value starts with a letter for its type and, where its length varies, its length: no two values feed alike. */
function feedValue(lanes: Lanes, value: unknown): void {
  if (typeof value === "string") feedString(lanes, "s", value);
  else if (typeof value === "number") feedString(lanes, "n", String(value));
  else if (typeof value === "boolean") feedString(lanes, "b", value ? "1" : "0");
  else if (value instanceof Uint8Array) feedBytes(lanes, value);
  else if (Array.isArray(value)) {
    feedString(lanes, "a", String(value.length));
    for (const item of value) feedValue(lanes, item);
  } else if (typeof value === "object" && value !== null) feedObject(lanes, value);
  else feedString(lanes, "u", "");
}

function feedObject(lanes: Lanes, value: object): void {
  const fields = value as Readonly<Record<string, unknown>>;
  const names = sortedNames(Object.keys(value));
  let count = 0;
  for (const name of names) if (fields[name] !== undefined) count += 1;
  feedString(lanes, "o", String(count));
  for (const name of names) {
    if (fields[name] === undefined) continue;
    feedString(lanes, "k", name);
    feedValue(lanes, fields[name]);
  }
}

/** Lists of names met before and the same sorted, by length: a board has few kinds of objects and many of each. */
const sortings: ({ readonly names: readonly string[]; readonly sorted: readonly string[] } | undefined)[] = [];

function sortedNames(names: readonly string[]): readonly string[] {
  const known = sortings[names.length];
  if (known?.names.every((name, i) => name === names[i]) === true) return known.sorted;
  const sorted = names.toSorted((left, right) => (left < right ? -1 : 1));
  sortings[names.length] = { names, sorted };
  return sorted;
}

// The lanes are taken into local variables for the length of a string: this is where all of the time goes.

function feedBytes(lanes: Lanes, bytes: Uint8Array): void {
  feedString(lanes, "y", String(bytes.length));
  let { a, b } = lanes;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    a = Math.imul(a ^ byte, FNV_PRIME);
    b = Math.imul(b ^ byte, FNV_PRIME);
  }
  lanes.a = a;
  lanes.b = b;
}

function feedString(lanes: Lanes, type: string, text: string): void {
  feedByte(lanes, type.charCodeAt(0));
  feedByte(lanes, text.length & 0xff);
  feedByte(lanes, (text.length >>> 8) & 0xff);
  let { a, b } = lanes;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ (unit & 0xff), FNV_PRIME);
    b = Math.imul(b ^ (unit & 0xff), FNV_PRIME);
    if (unit <= 0x7f) continue;
    a = Math.imul(a ^ (0x80 | (unit >>> 8)), FNV_PRIME);
    b = Math.imul(b ^ (0x80 | (unit >>> 8)), FNV_PRIME);
  }
  lanes.a = a;
  lanes.b = b;
}

function feedByte(lanes: Lanes, byte: number): void {
  lanes.a = Math.imul(lanes.a ^ byte, FNV_PRIME);
  lanes.b = Math.imul(lanes.b ^ byte, FNV_PRIME);
}

function mix(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, "0");
}
