// welcome (server to client): the answer to hello. Followed by snap parts or by the missed ops.
import * as v from "valibot";
import { ROLES } from "../roles.ts";
import { count, positive, shortText, type Frozen } from "./fields.ts";

export const welcomeSchema = v.strictObject({
  t: v.literal("welcome"),
  v: count,
  /** Random id of this board's history; changes when a board is restored from a copy. */
  epoch: shortText,
  /** Seq of the newest transaction in the room. */
  head: count,
  /** The highest n of this client that the room has decided (acked or refused for good). */
  lastN: count,
  /**
   * tail: `ops` from since+1 follow. changes: `snap` parts with the entries that were written after since follow, to be
   * put over the base. snapshot: forget the base, `snap` parts with all entries follow.
   */
  mode: v.picklist(["tail", "changes", "snapshot"]),
  role: v.picklist(ROLES),
  /** This connection's number in presence frames. */
  peer: positive,
  /** The board's file was found damaged: this is its last good state, and nobody may change it (role is then `view`). */
  damaged: v.optional(v.literal(true)),
  /** With `near` in the hello, and parts to follow: what begins there is in so many of these, those that come first. */
  first: v.optional(count),
});
export type WelcomeMessage = Frozen<v.InferOutput<typeof welcomeSchema>>;
