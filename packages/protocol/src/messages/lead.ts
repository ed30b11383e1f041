// lead: the view through which someone leads the others, as presence carries it.
import { MAX_COORDINATE } from "@inkroom/shapes";
import * as v from "valibot";
import { positive, toWholeCoordinate, wholeCoordinate } from "./fields.ts";

const extent = v.pipe(positive, v.maxValue(2 * MAX_COORDINATE));

/** Empty: leads nobody. Else what the person sees: `[x, y, w, h]` in whole page units. */
export const packedLeadSchema = v.union([v.strictTuple([]), v.strictTuple([wholeCoordinate, wholeCoordinate, extent, extent])]);
export type PackedLead = v.InferOutput<typeof packedLeadSchema>;

/** A part of the page, in page units. */
export type LeadView = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** What lies outside of the page is cut to it. */
export function packLead(view: LeadView | undefined): PackedLead {
  if (view === undefined) return [];
  return [toWholeCoordinate(view.x), toWholeCoordinate(view.y), size(view.w), size(view.h)];
}

export function unpackLead([x, y, w, h]: Readonly<PackedLead>): LeadView | undefined {
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { x, y, w, h };
}

const size = (length: number): number => Math.round(Math.min(2 * MAX_COORDINATE, Math.max(1, length)));
