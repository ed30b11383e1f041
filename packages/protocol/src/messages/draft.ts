// Drafts: points under a pen that is still down, ahead of the durable `pts` ops. Never logged.
import { MAX_BYTES_PER_POINT, MAX_STROKE_POINTS, shapeIdSchema } from "@inkroom/shapes";
import * as v from "valibot";
import { MAX_DRAFT_POINTS } from "../limits.ts";
import { count, positive, type Frozen } from "./fields.ts";

const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((b) => b.length <= MAX_DRAFT_POINTS * MAX_BYTES_PER_POINT),
);
const off = v.pipe(count, v.maxValue(MAX_STROKE_POINTS));

/**
 * draft (client to server): packed points that continue the stroke `id` from point number `off`.
 * `id` may be left out while the sender keeps drawing the same stroke.
 */
export const draftSchema = v.strictObject({
  t: v.literal("draft"),
  id: v.optional(shapeIdSchema),
  off,
  bytes,
});
export type DraftMessage = Frozen<v.InferOutput<typeof draftSchema>>;

/** drafts (server to client): [peer, off, bytes, id?]; without id it continues the last stroke named for that peer. */
export const draftsSchema = v.strictObject({
  t: v.literal("drafts"),
  list: v.array(v.union([v.strictTuple([positive, off, bytes]), v.strictTuple([positive, off, bytes, shapeIdSchema])])),
});
export type DraftsMessage = Frozen<v.InferOutput<typeof draftsSchema>>;
