// The sessions of a room by connection, in the order in which they connected.
import type { ClientId } from "@inkroom/model";
import type { Connection } from "@inkroom/rooms";
import type { Member, Session } from "./session.ts";

export class Sessions {
  // By connection id; the host guarantees that no two open connections share one.
  readonly #byId = new Map<string, Session>();

  get size(): number {
    return this.#byId.size;
  }

  /** The session of exactly this socket, not of a successor with the same id. */
  of(connection: Connection): Session | undefined {
    const session = this.#byId.get(connection.id);
    return session?.connection === connection ? session : undefined;
  }

  /** Whoever holds this connection id. */
  withId(id: string): Session | undefined {
    return this.#byId.get(id);
  }

  /** A visitor that becomes a member keeps its place in the order. */
  put(session: Session): void {
    this.#byId.set(session.connection.id, session);
  }

  remove(session: Session): void {
    if (this.#byId.get(session.connection.id) === session) this.#byId.delete(session.connection.id);
  }

  /** True where `a` connected before `b`. */
  isBefore(a: Session, b: Session): boolean {
    for (const id of this.#byId.keys()) if (id === a.connection.id || id === b.connection.id) return id === a.connection.id;
    return false;
  }

  all(): Iterable<Session> {
    return this.#byId.values();
  }

  *members(): Generator<Member> {
    for (const session of this.#byId.values()) if (session.kind === "member") yield session;
  }

  memberOf(clientId: ClientId): Member | undefined {
    for (const member of this.members()) if (member.clientId === clientId) return member;
    return undefined;
  }

  /** The smallest number from 1 that no member has. */
  freePeer(): number {
    const taken = new Set<number>();
    for (const member of this.members()) taken.add(member.peer);
    let peer = 1;
    while (taken.has(peer)) peer += 1;
    return peer;
  }
}
