// Sending somebody away from a board, and making its links anew so that they cannot come back. The registry of links comes first:
// from then on the old ones open nothing, whatever becomes of the request to the room.
import { can, type Moderation, MODERATION_PATH, type RenewedLinks } from "@inkroom/board-room";
import { type Role, ROLES } from "@inkroom/protocol";
import * as v from "valibot";
import { type Answer, refusal } from "./answer.ts";
import type { Grant, Links } from "./links.ts";
import { roomRequest, type ToRoom } from "./to-room.ts";

/** People sent away and links made anew, per address and minute. */
export const MODERATIONS_PER_MINUTE = 30;

const client = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/));
const removal = v.strictObject({ client });
const renewal = v.strictObject({ client: v.optional(client) });

export type ModerationPorts = { readonly links: Pick<Links, "renew">; readonly room: ToRoom };

/** Closes the connections of a client. They may come back by a link that opens the board. */
export async function removePerson(grant: Grant, body: unknown, { room }: ModerationPorts): Promise<Answer> {
  if (!can(grant.role, "moderate")) return refusal(403, "forbidden");
  if (!v.is(removal, body)) return refusal(400, "bad_request");
  return { status: 200, body: { removed: await askRoom(grant, { client: body.client }, room) } };
}

/** Makes all links anew, sends a client away if one is named, and has the room give the others their new keys. */
export async function renewLinks(grant: Grant, body: unknown, { links, room }: ModerationPorts): Promise<Answer> {
  if (!can(grant.role, "moderate")) return refusal(403, "forbidden");
  if (!v.is(renewal, body)) return refusal(400, "bad_request");
  const renewed = await links.renew(grant);
  if (renewed === undefined) return refusal(404, "not_found");
  // Whatever has become of the room: this is the only time that the secrets are shown.
  const removed = await askRoom(grant, { client: body.client, renewed }, room).catch(() => undefined);
  return { status: 201, body: { links: secretsOf(renewed), removed: removed ?? 0, told: removed !== undefined } };
}

async function askRoom(grant: Grant, order: Moderation, room: ToRoom): Promise<number> {
  const answer = await room(grant.board, roomRequest(grant, MODERATION_PATH, { method: "POST", body: JSON.stringify(order) }));
  if (answer.status !== 200) throw new Error(`The room answered ${answer.status}`);
  return Number(new TextDecoder().decode(await answer.arrayBuffer()));
}

function secretsOf({ keys }: RenewedLinks): Readonly<Record<Role, string>> {
  // reason: one entry per role.
  return Object.fromEntries(ROLES.map((role) => [role, keys[role].secret])) as Record<Role, string>;
}
