// hello (client to server): the first frame of every connection. Nothing else is heard before it.
import { clientIdSchema, tagSchema } from "@inkroom/model";
import * as v from "valibot";
import { MAX_OTHER_PROOFS } from "../limits.ts";
import { count, shortText, wholeCoordinate, type Frozen } from "./fields.ts";
import { packedViewSchema } from "./page-view.ts";

/** `clientId` must be derived from `proof` (client-id.ts): nobody can write under another's name. */
export const helloSchema = v.strictObject({
  t: v.literal("hello"),
  /** Protocol version, see version.ts. */
  v: count,
  clientId: clientIdSchema,
  proof: shortText,
  /** Epoch of the board the client holds; absent on a first visit. */
  epoch: v.optional(shortText),
  /** The last seq the client holds; 0 asks for everything. */
  since: count,
  /** Tag of the transaction at `since` as the client has it: a room with another one there has another history. */
  tip: v.optional(tagSchema),
  name: v.optional(shortText),
  color: v.optional(shortText),
  /** The client asks for everything because its board was another than a `sum` said. */
  differs: v.optional(v.boolean()),
  /**
   * What the client sees of the page, or the page point that it looks at: with it, the parts of a snapshot come nearest first, not in
   * order.
   */
  near: v.optional(v.union([packedViewSchema, v.strictTuple([wholeCoordinate, wholeCoordinate])])),
  /** Proofs of further identities that this person has had on the board: what those have made is theirs as well. */
  also: v.optional(v.pipe(v.array(shortText), v.maxLength(MAX_OTHER_PROOFS))),
});
export type HelloMessage = Frozen<v.InferOutput<typeof helloSchema>>;
