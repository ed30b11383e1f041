// A place on a board, and how it is written behind the # of an address: "shape=<id>[,<id>…]" or "view=<x>,<y>,<w>,<h>".
import type { Box } from "@inkroom/geometry";
import { MAX_COORDINATE, MAX_EXTENT } from "./limits.ts";
import type { ShapeId } from "./shape-base.ts";

export type BoardPlace =
  | { readonly kind: "shapes"; readonly ids: readonly ShapeId[] }
  /** A part of the page, to be seen whole. */
  | { readonly kind: "view"; readonly box: Box };

/** So many shapes are named one by one; more of them are a part of the page. */
export const MAX_PLACE_SHAPES = 16;

const SHAPES = /^shape=([A-Za-z0-9_-]{1,32}(?:,[A-Za-z0-9_-]{1,32}){0,15})$/;
const VIEW = /^view=(-?\d{1,7}(?:\.\d{1,3})?),(-?\d{1,7}(?:\.\d{1,3})?),(\d{1,6}(?:\.\d{1,3})?),(\d{1,6}(?:\.\d{1,3})?)$/;

/** Undefined for what says no place, and for one that is on no board. */
export function readPlace(text: string): BoardPlace | undefined {
  const ids = SHAPES.exec(text)?.[1]?.split(",");
  if (ids !== undefined) return { kind: "shapes", ids };
  const [, x, y, w, h] = VIEW.exec(text)?.map(Number) ?? [];
  if (x === undefined || y === undefined || w === undefined || h === undefined) return undefined;
  const isOnPage = Math.abs(x) <= MAX_COORDINATE && Math.abs(y) <= MAX_COORDINATE && w > 0 && h > 0 && w <= MAX_EXTENT && h <= MAX_EXTENT;
  return isOnPage ? { kind: "view", box: { x, y, w, h } } : undefined;
}

/** The other way round. A part of the page comes out as it is to a hundredth of a unit, and as large as a board can be. */
export function writePlace(place: BoardPlace): string {
  if (place.kind === "shapes") return `shape=${place.ids.slice(0, MAX_PLACE_SHAPES).join()}`;
  const { x, y, w, h } = place.box;
  const onPage = (value: number): number => hundredths(Math.min(Math.max(value, -MAX_COORDINATE), MAX_COORDINATE));
  const extent = (value: number): number => hundredths(Math.min(Math.max(value, 0.01), MAX_EXTENT));
  return `view=${[onPage(x), onPage(y), extent(w), extent(h)].join()}`;
}

function hundredths(value: number): number {
  // + 0: no "-0".
  return Math.round(value * 100) / 100 + 0;
}
