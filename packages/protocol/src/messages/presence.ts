// Presence: who is here and what they point at. Never logged, never changes the board, may be dropped when slow.
import { clientIdSchema } from "@inkroom/model";
import { shapeIdSchema } from "@inkroom/shapes";
import * as v from "valibot";
import { MAX_PRESENCE_SELECTION, MAX_SAID_LENGTH } from "../limits.ts";
import { positive, shortText, type Frozen } from "./fields.ts";
import { packedLeadSchema } from "./lead.ts";
import { packedCaretSchema } from "./text-caret.ts";

const saidText = v.pipe(v.string(), v.maxLength(MAX_SAID_LENGTH));

/** The slow-changing part of a person's presence. */
const peerStateSchema = v.strictObject({
  /** The id under which the person's transactions are in the log. */
  client: clientIdSchema,
  name: shortText,
  /** A palette name; see presence-color.ts. */
  color: shortText,
  role: shortText,
  selection: v.pipe(v.array(shapeIdSchema), v.maxLength(MAX_PRESENCE_SELECTION)),
  /** False while the person's tab is hidden. */
  active: v.boolean(),
  /** Where the person is in a text. */
  caret: packedCaretSchema,
  /** True while the person's cursor is a laser that is on. */
  laser: v.optional(v.boolean(), false),
  /** What the person sees, while they bring everyone to them. */
  lead: v.optional(packedLeadSchema, []),
  /** What the person says at their cursor just now; empty: nothing. */
  say: v.optional(saidText, ""),
});
export type PeerState = Frozen<v.InferOutput<typeof peerStateSchema>>;

/** me (client to server): replaces the given parts of the own state. */
export const meSchema = v.strictObject({
  t: v.literal("me"),
  name: v.optional(shortText),
  color: v.optional(shortText),
  selection: v.optional(peerStateSchema.entries.selection),
  active: v.optional(v.boolean()),
  caret: v.optional(packedCaretSchema),
  laser: v.optional(v.boolean()),
  lead: v.optional(packedLeadSchema),
  say: v.optional(saidText),
});
export type MeMessage = Frozen<v.InferOutput<typeof meSchema>>;

/** peers (server to client): changed peers; null means gone. With `all`, peers not listed are gone too. */
export const peersSchema = v.strictObject({
  t: v.literal("peers"),
  list: v.array(v.strictTuple([positive, v.nullable(peerStateSchema)])),
  all: v.optional(v.literal(true)),
});
export type PeersMessage = Frozen<v.InferOutput<typeof peersSchema>>;
