// Sending people away, and giving those who stay the keys that open the board from now on. What is to be done comes from the
// app over HTTP: it keeps the links, the room keeps the connections.
import type { ClientId } from "@inkroom/model";
import { CLOSE, type Role } from "@inkroom/protocol";
import type { NewResponse, RoomRequest, RoomResponse } from "@inkroom/rooms";
import { can } from "./can.ts";
import { tell } from "./frames.ts";
import { GRANT_HEADER, type Grant, grantOf, saveMember, type Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** Where the room takes an order. */
export const MODERATION_PATH = "/moderation";

/** The body of an order. */
export type Moderation = {
  /** Who is sent away; nobody where it is missing. */
  readonly client?: ClientId | undefined;
  /** The board's links were made anew. */
  readonly renewed?: RenewedLinks | undefined;
};

export type RenewedLinks = {
  /** Ids of the links that open nothing any more. */
  readonly revoked: readonly string[];
  /** What opens the board in their place. */
  readonly keys: Readonly<Record<Role, { readonly link: string; readonly secret: string }>>;
};

export type ModerationDesk = {
  readonly sessions: Pick<Sessions, "all">;
  expel(session: Session, code: number, reason: string): void;
  /** No connection is to come in by these any more: their upgrade may be under way. */
  shut(links: readonly string[]): void;
  readonly newResponse: NewResponse;
};

/** 200 with the number of connections that were closed for who is sent away; 403. */
export async function answerModeration(request: RoomRequest, desk: ModerationDesk): Promise<RoomResponse> {
  const { newResponse } = desk;
  const grant = grantOf(request.headers.get(GRANT_HEADER), undefined);
  if (grant === undefined || !can(grant.role, "moderate")) return newResponse("forbidden", { status: 403 });
  // reason: only the app's own API reaches a room over HTTP, and writes this.
  const order = (await request.json()) as Moderation;
  return newResponse(String(moderate(order, desk)));
}

function moderate({ client, renewed }: Moderation, { sessions, expel, shut }: ModerationDesk): number {
  let removed = 0;
  if (renewed !== undefined) shut(renewed.revoked);
  for (const session of [...sessions.all()]) {
    if (session.kind === "member" && session.clientId === client) {
      expel(session, CLOSE.removed, "removed");
      removed += 1;
    } else if (renewed !== undefined) renew(session, renewed, expel);
  }
  return removed;
}

/** A connection that has said nothing yet may be anybody's: it comes back with a link that opens something, or not at all. */
function renew(session: Session, { keys }: RenewedLinks, expel: ModerationDesk["expel"]): void {
  if (session.kind === "visitor") return expel(session, CLOSE.ticket, "links renewed");
  const { link, secret } = keys[session.grant.role];
  session.grant = { role: session.grant.role, link } satisfies Grant;
  saveMember(session);
  tell(session, { t: "key", secret });
}
