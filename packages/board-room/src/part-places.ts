// Where entries lie, roughly: by the points at which their shapes begin. Good enough to send first what is looked at.
import type { Entry } from "@inkroom/model";

export type Extent = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Side of a square within which the order does not matter, page units. */
const CELL = 128;
/** Squares in a row; what lies further out counts as lying on the edge. */
const CELLS = 1 << 16;
/** Extents of a part. */
const EXTENTS = 6;
const BEHIND_ALL = CELLS * CELLS;

/** The entries along a Hilbert curve: what follows each other in the list is close on the page. Tombstones come last. */
export function byPlace(entries: readonly Entry[]): readonly Entry[] {
  // Place and number in one: plain numbers are sorted in a fraction of the time that objects take. They stay below 2^53: the
  // more entries there are, the coarser is the place.
  const step = 2 ** Math.ceil(Math.log2(Math.max(2, entries.length)));
  const coarse = Math.max(1, (BEHIND_ALL * step) / 2 ** 52);
  const keys = new Float64Array(entries.length);
  for (let at = 0; at < entries.length; at += 1) keys[at] = Math.floor(placeKey(entries[at] as Entry) / coarse) * step + at;
  keys.sort();
  return Array.from(keys, (key) => entries[key % step] as Entry);
}

/** Where a part lies: a few extents follow a curve more closely than one around all of it, most of which may be empty. */
export function placeOf(entries: readonly Entry[]): readonly Extent[] {
  const length = Math.ceil(entries.length / EXTENTS);
  return Array.from({ length: EXTENTS }, (_, at) => extentOf(entries.slice(at * length, (at + 1) * length))).filter(
    (extent) => extent !== undefined,
  );
}

/** Squared page units between a view and the nearest of the extents; 0 where they meet, infinite for none. */
export function distanceTo(place: readonly Extent[], view: Extent): number {
  return Math.min(
    ...place.map(({ left, top, right, bottom }) => {
      const dx = Math.max(left - view.right, 0, view.left - right);
      const dy = Math.max(top - view.bottom, 0, view.top - bottom);
      return dx * dx + dy * dy;
    }),
  );
}

/** Around the points at which the shapes begin; undefined without any. */
function extentOf(entries: readonly Entry[]): Extent | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const entry of entries) {
    if (entry.state === "dead") continue;
    const { x, y } = entry.shape;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left === Infinity ? undefined : { left, top, right, bottom };
}

function placeKey(entry: Entry): number {
  if (entry.state === "dead") return BEHIND_ALL;
  return alongCurve(cellOf(entry.shape.x), cellOf(entry.shape.y));
}

function cellOf(coordinate: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(coordinate / CELL) + CELLS / 2));
}

/** How far along the curve a square comes: quadrant by quadrant, each turned so that it begins where the last one ended. */
function alongCurve(column: number, row: number): number {
  let [x, y] = [column, row];
  let length = 0;
  for (let side = CELLS / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0;
    const below = (y & side) > 0;
    length += side * side * (right ? (below ? 2 : 3) : below ? 1 : 0);
    if (below) continue;
    if (right) [x, y] = [CELLS - 1 - x, CELLS - 1 - y];
    [x, y] = [y, x];
  }
  return length;
}
