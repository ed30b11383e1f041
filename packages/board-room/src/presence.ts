// Who is here and what they point at. Collected per tick, sent to the others only, never stored in the log.
// The slow part (name, selection) is in the attachments and survives hibernation; cursors and drafts do not.
import type { CursorMessage, DraftMessage, MeMessage, PeerState } from "@inkroom/protocol";
import { can } from "./can.ts";
import { changedProfile } from "./clean-profile.ts";
import { CursorFrames } from "./cursor-frames.ts";
import { DraftRelay } from "./draft-relay.ts";
import { Frames, tell } from "./frames.ts";
import { type Member, saveMember } from "./session.ts";

type Point = readonly [x: number, y: number];

export class Presence {
  readonly #drafts = new DraftRelay();
  readonly #backlogBytes: number;
  readonly #positions = new Map<number, Point>();
  #changed = new Map<number, PeerState | null>();
  #moved = new Map<number, Point | undefined>();

  /** A member with more unsent bytes than `backlogBytes` gets no presence. */
  constructor(backlogBytes: number) {
    this.#backlogBytes = backlogBytes;
  }

  get isWaiting(): boolean {
    return this.#changed.size > 0 || this.#moved.size > 0 || this.#drafts.isWaiting;
  }

  /** The member is live now: it hears who is here, the others hear of it with the next flush. */
  join(member: Member, members: Iterable<Member>): void {
    this.#changed.set(member.peer, peerState(member));
    this.#tellAll(member, members);
  }

  /** If the member was slow and is not any more, it hears again who is here. */
  refresh(member: Member, members: Iterable<Member>): void {
    if (member.missedPresence && this.#canRead(member)) this.#tellAll(member, members);
  }

  change(member: Member, change: MeMessage): void {
    const { role } = member.grant;
    const allowed = { ...change, lead: can(role, "lead") ? change.lead : undefined, say: can(role, "say") ? change.say : undefined };
    member.profile = changedProfile(member.profile, member.peer, allowed);
    saveMember(member);
    if (member.live) this.#changed.set(member.peer, peerState(member));
  }

  move(member: Member, cursor: CursorMessage): void {
    if (!member.live) return;
    const at = cursor.at === undefined ? undefined : ([cursor.at[0], cursor.at[1]] as const);
    this.#moved.set(member.peer, at);
    if (at === undefined) this.#positions.delete(member.peer);
    else this.#positions.set(member.peer, at);
  }

  draft(member: Member, draft: DraftMessage): void {
    if (member.live) this.#drafts.add(member.peer, draft);
  }

  leave(peer: number): void {
    this.#changed.set(peer, null);
    this.#moved.delete(peer);
    this.#positions.delete(peer);
    this.#drafts.leave(peer);
  }

  /** Sends what changed since the last flush. */
  flush(members: Iterable<Member>): void {
    if (!this.isWaiting) return;
    const all = [...members];
    const readers = all.filter((member) => this.#canRead(member));
    for (const reader of readers) if (reader.missedPresence) this.#tellAll(reader, all);
    relayChanges(readers, this.#changed);
    relayCursors(readers, this.#moved);
    this.#drafts.flush(readers);
    this.#changed = new Map();
    this.#moved = new Map();
  }

  #canRead(member: Member): boolean {
    if (!member.live) return false;
    const keepsUp = member.behind === undefined && member.connection.bufferedAmount <= this.#backlogBytes;
    if (!keepsUp) member.missedPresence = true;
    return keepsUp;
  }

  #tellAll(member: Member, members: Iterable<Member>): void {
    member.missedPresence = false;
    this.#drafts.forgetNames(member);
    const others = [...members].filter((other) => other.live && other.peer !== member.peer);
    tell(member, { t: "peers", list: others.map((other) => [other.peer, peerState(other)]), all: true });
    const cursors = [...this.#positions].filter(([peer]) => peer !== member.peer);
    if (cursors.length > 0) tell(member, { t: "cursors", list: cursors.map(([peer, [x, y]]) => [peer, x, y]) });
  }
}

/** One shared frame for all who are not in the list themselves; the others get theirs without themselves. */
function relayChanges(readers: readonly Member[], changes: ReadonlyMap<number, PeerState | null>): void {
  if (changes.size === 0) return;
  const list = [...changes];
  const shared = Frames.of({ t: "peers", list });
  for (const reader of readers) {
    const others = changes.has(reader.peer) ? list.filter(([peer]) => peer !== reader.peer) : list;
    if (others.length === 0) continue;
    const frames = others === list ? shared : Frames.of({ t: "peers", list: others });
    reader.connection.send(frames.as(reader.encoding));
  }
}

function relayCursors(readers: readonly Member[], moved: ReadonlyMap<number, Point | undefined>): void {
  if (moved.size === 0) return;
  const frames = new CursorFrames([...moved].map(([peer, at]) => (at === undefined ? [peer] : [peer, at[0], at[1]])));
  for (const reader of readers) {
    const frame = frames.for(reader);
    if (frame !== undefined) reader.connection.send(frame);
  }
}

function peerState({ profile, grant, clientId }: Member): PeerState {
  const { name, color, selection, active, caret, laser, lead, say } = profile;
  return { client: clientId, name, color, role: grant.role, selection: [...selection], active, caret, laser, lead: [...lead], say };
}
