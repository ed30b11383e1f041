// Which schema reads which message. Maps, not objects: a `t` of "constructor" must find nothing.
import { loggedTxnSchema } from "@inkroom/model";
import * as v from "valibot";
import type { ClientMessage } from "./client-message.ts";
import { ackSchema } from "./messages/ack.ts";
import { cursorSchema, cursorsSchema } from "./messages/cursor.ts";
import { draftSchema, draftsSchema } from "./messages/draft.ts";
import { helloSchema } from "./messages/hello.ts";
import { keySchema } from "./messages/key.ts";
import { nackSchema } from "./messages/nack.ts";
import { type OpsMessage, opsSchema } from "./messages/ops.ts";
import { meSchema, peersSchema } from "./messages/presence.ts";
import { pushSchema } from "./messages/push.ts";
import { resyncSchema } from "./messages/resync.ts";
import { type SnapMessage, snapSchema } from "./messages/snap.ts";
import { sumSchema } from "./messages/sum.ts";
import { welcomeSchema } from "./messages/welcome.ts";
import type { ServerMessage } from "./server-message.ts";

export const clientSchemas: ReadonlyMap<unknown, v.GenericSchema<unknown, ClientMessage>> = new Map<
  unknown,
  v.GenericSchema<unknown, ClientMessage>
>([
  ["cursor", cursorSchema],
  ["draft", draftSchema],
  ["hello", helloSchema],
  ["me", meSchema],
  ["push", pushSchema],
]);

export const serverSchemas: ReadonlyMap<unknown, v.GenericSchema<unknown, ServerMessage>> = new Map<
  unknown,
  v.GenericSchema<unknown, ServerMessage>
>([
  ["ack", ackSchema],
  ["cursors", cursorsSchema],
  ["drafts", draftsSchema],
  ["key", keySchema],
  ["nack", nackSchema],
  ["ops", opsSchema],
  ["peers", peersSchema],
  ["resync", resyncSchema],
  ["snap", snapSchema],
  ["sum", sumSchema],
  ["welcome", welcomeSchema],
]);

/**
 * For binary frames of a room: entries and ops come out of bodies, which the room has validated before it stored them.
 * Looking at each of their values again would be most of the time it takes to open a board (ADR 0002).
 */
export const serverBinarySchemas: ReadonlyMap<unknown, v.GenericSchema<unknown, ServerMessage>> = new Map<
  unknown,
  v.GenericSchema<unknown, ServerMessage>
>([
  ...serverSchemas,
  ["snap", v.strictObject({ ...snapSchema.entries, entries: v.array(v.custom<SnapMessage["entries"][number]>(isObject)) })],
  [
    "ops",
    v.strictObject({
      t: v.literal("ops"),
      list: v.array(
        v.strictObject({ ...loggedTxnSchema.entries, ops: v.array(v.custom<OpsMessage["list"][number]["ops"][number]>(isObject)) }),
      ),
    }),
  ],
]);

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
