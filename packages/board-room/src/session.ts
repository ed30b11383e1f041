// One connection as the board room knows it. A visitor has not said hello yet, a member has.
// What must outlive the room's memory is in the connection's attachment; the rest is made anew on waking.
import type { ClientId } from "@inkroom/model";
import type { Owns } from "@inkroom/model/own-work";
import { type Encoding, type PackedCaret, type PackedLead, type Role, ROLES } from "@inkroom/protocol";
import type { ShapeId } from "@inkroom/shapes";
import type { Connection } from "@inkroom/rooms";
import type { Frames } from "./frames.ts";
import type { Manners } from "./rate.ts";

/** What the connection's link entitles to. Comes with the upgrade request, see grantOf. */
export type Grant = { readonly role: Role; /** Id of the link. */ readonly link: string };
/** The slow part of a member's presence, cleaned. */
export type Profile = {
  readonly name: string;
  readonly color: string;
  readonly selection: readonly ShapeId[];
  readonly active: boolean;
  readonly caret: Readonly<PackedCaret>;
  readonly laser: boolean;
  readonly lead: Readonly<PackedLead>;
  readonly say: string;
};

export type Visitor = {
  readonly kind: "visitor";
  readonly connection: Connection;
  readonly grant: Grant;
  readonly manners: Manners;
  readonly cancelDeadline: () => void;
};

export type Member = {
  readonly kind: "member";
  readonly connection: Connection;
  grant: Grant;
  readonly manners: Manners;
  readonly clientId: ClientId;
  /** Further identities that it has proved to be. */
  readonly also: readonly ClientId[];
  /** Of the board that it has joined. */
  readonly epoch: string;
  /** The form of its hello, in which it is answered. */
  readonly encoding: Encoding;
  /** Small number by which others know this connection; unique among the members. */
  readonly peer: number;
  profile: Profile;
  /** Last seq this connection was given. */
  sent: number;
  /** Set while the connection has not everything that was broadcast: it reads a snapshot or the log. */
  behind: Behind | undefined;
  /** True once it had the whole board for the first time; from then on it is a peer. */
  live: boolean;
  /** It was spared presence while it was slow; it needs the whole of it before the next change. */
  missedPresence: boolean;
  /** Drafts of strokes named before this mark may be unknown to it, see draft-relay.ts. */
  draftsFrom: number;
};

/** `snapshot`: parts of the board at `upto`, those from `next` on still to be sent before the log is read. `progressAt`: when it last took something, ms. */
type Behind = {
  snapshot: { readonly upto: number; readonly parts: readonly Frames[]; next: number } | undefined;
  progressAt: number;
};

export type Session = Visitor | Member;

export type Attachment =
  | { readonly state: "visitor"; readonly grant: Grant; /** When it connected, ms. */ readonly since: number }
  | {
      readonly state: "member";
      readonly grant: Grant;
      readonly clientId: ClientId;
      /** Missing where a connection was made before there was such a thing. */
      readonly also?: readonly ClientId[];
      readonly epoch: string;
      readonly encoding: Encoding;
      readonly peer: number;
      readonly profile: Profile;
      readonly live: boolean;
    };

/** The attachment of a connection of this room; undefined where it has none. */
export function attachmentOf(connection: Connection): Attachment | undefined {
  // reason: only saveMember and saveVisitor write the state of this room's connections.
  return (connection.state as Attachment | null) ?? undefined;
}

export function saveVisitor(connection: Connection, grant: Grant, since: number): void {
  connection.setState({ state: "visitor", grant, since } satisfies Attachment);
}

export function saveMember({ connection, grant, clientId, also, epoch, encoding, peer, profile, live }: Member): void {
  connection.setState({ state: "member", grant, clientId, also, epoch, encoding, peer, profile, live } satisfies Attachment);
}

/** Whom the shapes must be by that a member may change; undefined where they may change any. */
export function ownsOf({ grant, clientId, also }: Pick<Member, "also" | "clientId" | "grant">): Owns | undefined {
  return grant.role === "edit" ? undefined : (client) => client === clientId || also.includes(client);
}

/** Name of the header in which the app's upgrade hook hands the grant to the room. */
export const GRANT_HEADER = "x-inkroom-grant";

/** Reads the grant of an upgrade request; `openAccess` stands in where there is none. */
export function grantOf(header: string | null, openAccess: Role | undefined): Grant | undefined {
  if (header === null) return openAccess === undefined ? undefined : { role: openAccess, link: "open" };
  // reason: the header is written by the app's own upgrade hook; the host removes it from what clients send.
  const given = JSON.parse(header) as Partial<Grant>;
  const role = ROLES.find((known) => known === given.role);
  return role === undefined || typeof given.link !== "string" ? undefined : { role, link: given.link };
}
