// Stacking order: fractional indices, compared byte by byte with the shape id as the tie-breaker.
import { MAX_INDEX_LENGTH, indexSchema } from "@inkroom/shapes";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import * as v from "valibot";

/**
 * An index above `below` and below `above`; leave one out for the bottom or the top. Where there is no room (equal
 * bounds from concurrent inserts, bounds made by a foreign client) the result is above `below` only. Never throws.
 */
export function indexBetween(below?: string, above?: string): string {
  return indicesBetween(1, below, above)[0] ?? "a0";
}

/** `count` indices in ascending order, as indexBetween. */
export function indicesBetween(count: number, below?: string, above?: string): readonly string[] {
  const attempts: readonly (readonly [string | undefined, string | undefined])[] = [
    [below, above !== undefined && below !== undefined && above <= below ? undefined : above],
    [below, undefined],
  ];
  for (const [low, high] of attempts) {
    const keys = tryKeys(count, low, high);
    if (keys?.every((key) => v.is(indexSchema, key))) return keys;
  }
  return appendTo(below ?? "", count);
}

function tryKeys(count: number, low: string | undefined, high: string | undefined): readonly string[] | undefined {
  try {
    return count === 1 ? [generateKeyBetween(low, high)] : generateNKeysBetween(low, high, count);
  } catch {
    // The library throws on bounds that it did not make itself; the caller goes on with fewer bounds.
    return undefined;
  }
}

/** Last resort for a bound the library cannot read: extend it by letters, cut to the longest allowed index. */
function appendTo(below: string, count: number): readonly string[] {
  const stem = below.slice(0, MAX_INDEX_LENGTH - 8);
  return Array.from({ length: count }, (_, i) => `${stem}V${String(i + 1).padStart(6, "0")}V`);
}
