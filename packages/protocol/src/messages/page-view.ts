// What somebody sees of the page, as messages carry it.
import { MAX_COORDINATE } from "@inkroom/shapes";
import * as v from "valibot";
import { positive, toWholeCoordinate, wholeCoordinate } from "./fields.ts";

const extent = v.pipe(positive, v.maxValue(2 * MAX_COORDINATE));

/** `[x, y, w, h]` in whole page units. */
export const packedViewSchema = v.strictTuple([wholeCoordinate, wholeCoordinate, extent, extent]);
export type PackedView = v.InferOutput<typeof packedViewSchema>;

/** A part of the page, in page units. */
export type PageView = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** What lies outside of the page is cut to it. */
export function packView({ x, y, w, h }: PageView): PackedView {
  return [toWholeCoordinate(x), toWholeCoordinate(y), size(w), size(h)];
}

const size = (length: number): number => Math.round(Math.min(2 * MAX_COORDINATE, Math.max(1, length)));
