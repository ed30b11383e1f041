// lead: the view through which someone leads the others, as presence carries it.
import * as v from "valibot";
import { packedViewSchema, packView, type PageView } from "./page-view.ts";

/** Empty: leads nobody. Else what the person sees. */
export const packedLeadSchema = v.union([v.strictTuple([]), packedViewSchema]);
export type PackedLead = v.InferOutput<typeof packedLeadSchema>;

/** What lies outside of the page is cut to it. */
export function packLead(view: PageView | undefined): PackedLead {
  return view === undefined ? [] : packView(view);
}

export function unpackLead([x, y, w, h]: Readonly<PackedLead>): PageView | undefined {
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { x, y, w, h };
}
