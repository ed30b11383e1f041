// The whiteboard as a room: each hook hands over to the use case beside this file. What the room holds in memory can
// be rebuilt at any moment: the board from storage, the sessions from the connections' attachments.
import type { Board } from "@inkroom/model";
import {
  CLOSE,
  deriveClientId,
  type CursorMessage,
  type DraftMessage,
  type Encoding,
  type HelloMessage,
  type MeMessage,
  PROTOCOL_VERSION,
  type Role,
} from "@inkroom/protocol";
import { type Connection, type ConnectionContext, type IncomingMessage, type RoomRequest, type RoomResponse, Server } from "@inkroom/rooms";
import { admit } from "./admit.ts";
import { answerBlobRequest } from "./blob-requests.ts";
import { OpsFeed } from "./broadcast.ts";
import { changedProfile, newProfile } from "./clean-profile.ts";
import { decidePush, type Push } from "./commit.ts";
import { openEpoch, storedEpoch, storeEpoch } from "./epoch.ts";
import { Frames, tell } from "./frames.ts";
import { helloRefusal, JoinDesk, KEPT_SEQS } from "./join.ts";
import { LazyBoard } from "./lazy-board.ts";
import { DEFAULT_LIMITS, type RoomLimits } from "./limits.ts";
import { answerModeration, MODERATION_PATH } from "./moderation.ts";
import type { Extent } from "./part-places.ts";
import { PartsKeeper } from "./parts-keeper.ts";
import { Presence } from "./presence.ts";
import { goodManners, strike } from "./rate.ts";
import {
  attachmentOf,
  GRANT_HEADER,
  type Grant,
  grantOf,
  type Member,
  ownsOf,
  saveMember,
  saveVisitor,
  type Session,
  type Visitor,
} from "./session.ts";
import { Sessions } from "./sessions.ts";
import { SnapshotParts } from "./snapshot-parts.ts";
import { SumWatch } from "./sum-watch.ts";
import { Ticker } from "./ticker.ts";

export type BoardEnv = {
  /** Role of connections that come without a grant; unset: they are closed with 4403. For tests and demos. */
  readonly openAccess?: Role | undefined;
  readonly limits?: Partial<RoomLimits> | undefined;
  /** Random text that names a new board's history. Unset: made from the clock. */
  readonly newEpoch?: (() => string) | undefined;
};

/** What onStart makes from storage. */
type Started = {
  readonly lazy: LazyBoard;
  readonly keeper: PartsKeeper;
  readonly sumWatch: SumWatch;
  readonly feed: OpsFeed;
  readonly joinDesk: JoinDesk;
  readonly epoch: string;
};

/** A board that can be shown without being in memory is read after so long, ms: who has come is served first, and is busy with what was sent. */
const LOAD_AFTER_MS = 1_500;
/** Time between two steps of that, for everything else the process does. */
const LOAD_PAUSE_MS = 1;

export class BoardRoom extends Server<BoardEnv> {
  static override options = { hibernate: true };

  readonly #limits: RoomLimits = { ...DEFAULT_LIMITS, ...this.env.limits };
  readonly #sessions = new Sessions();
  readonly #presence = new Presence(this.#limits.presenceBacklogBytes);
  readonly #ticker = new Ticker(this.ctx, this.#limits.tickMs, () => this.#flush());
  #started: Started | undefined;
  #catchUpWaits = false;
  /** Links that were withdrawn in this life of the room; before an upgrade the app asks for all of them. */
  readonly #shutLinks = new Set<string>();
  /** False while there was no room on the disk for the first row of the board. */
  #isEpochStored = true;

  /** The board in memory; for tests and the simulation. Do not write to it. */
  get board(): Board {
    return this.#room.lazy.get().board;
  }

  /** Log rows that the last start had to replay on top of the checkpoint. */
  get replayed(): number {
    return this.#room.lazy.get().replayed;
  }

  override onStart(): void {
    const { storage } = this.ctx;
    const { checkpointEvery, smallTailBytes, sumEverySeqs: everySeqs, sumAfterMs: afterMs } = this.#limits;
    const setTimer = this.ctx.setTimer.bind(this.ctx);
    const feed = new OpsFeed(storage.log, this.#limits);
    const { epoch, isStored } = this.#openEpoch();
    this.#isEpochStored = isStored;
    const lazy = new LazyBoard(storage, checkpointEvery);
    const keeper = this.#createKeeper(epoch, lazy);
    const joinDesk = new JoinDesk({
      epoch,
      load: () => lazy.get(),
      isLoaded: () => lazy.isLoaded,
      kept: (within) => keeper.keptWithin(within),
      log: storage.log,
      smallTailBytes,
    });
    const sumWatch = new SumWatch(feed.flushed, { everySeqs, afterMs, setTimer, tell: () => this.#tellSum() });
    this.#started = { lazy, keeper, sumWatch, feed, joinDesk, epoch };
    if (keeper.keptWithin(KEPT_SEQS) === undefined) {
      lazy.get();
      keeper.request();
    } else setTimer(LOAD_AFTER_MS, () => this.#loadOn());
    for (const connection of this.getConnections()) this.#resume(connection);
  }

  #createKeeper(epoch: string, lazy: LazyBoard): PartsKeeper {
    const { storage } = this.ctx;
    const { keptPartsFrom, keptPartsEvery: everySeqs, keptPartsRestMs: restMs } = this.#limits;
    return new PartsKeeper({
      bytes: storage.bytes,
      epoch,
      isWorthIt: () => storage.damage === undefined && lazy.get().board.size >= keptPartsFrom,
      everySeqs,
      restMs,
      setTimer: this.ctx.setTimer.bind(this.ctx),
      head: () => storage.log.head(),
      isInUse: () => [...this.#sessions.members()].some(({ behind }) => behind?.snapshot !== undefined),
      make: () => new SnapshotParts(storage.log.head(), lazy.get().board.entries()),
    });
  }

  /** Reads the board in steps, if nobody has needed it at once meanwhile. */
  #loadOn(): void {
    const { lazy, keeper } = this.#room;
    if (lazy.step()) keeper.request();
    else this.ctx.setTimer(LOAD_PAUSE_MS, () => this.#loadOn());
  }

  /** A board that was recovered from a damaged file is not written to. */
  #openEpoch(): { readonly epoch: string; readonly isStored: boolean } {
    const { bytes, damage } = this.ctx.storage;
    if (damage !== undefined) return { epoch: storedEpoch(bytes) ?? damage.foundAt, isStored: true };
    return openEpoch(bytes, this.env.newEpoch ?? (() => `e${this.ctx.now().toString(36)}`));
  }

  override onConnect(connection: Connection, { request }: ConnectionContext): void {
    // The host has closed the one that had this id; its onClose never comes.
    const predecessor = this.#sessions.withId(connection.id);
    if (predecessor !== undefined) this.#leave(predecessor);
    const grant = grantOf(request.headers.get(GRANT_HEADER), this.env.openAccess);
    if (grant === undefined) return connection.close(CLOSE.forbidden, "no grant");
    if (this.#shutLinks.has(grant.link)) return connection.close(CLOSE.forbidden, "link withdrawn");
    if (this.#sessions.size >= this.#limits.maxConnections) return connection.close(CLOSE.full, "room is full");
    saveVisitor(connection, grant, this.ctx.now());
    this.#awaitHello(connection, grant, this.#limits.helloDeadlineMs);
  }

  override onMessage(connection: Connection, message: IncomingMessage): void {
    const session = this.#sessions.of(connection);
    // A connection that is being closed may still have messages on the way.
    if (session === undefined) return;
    const now = this.ctx.now();
    const admission = admit(session, typeof message === "string" ? message : new Uint8Array(message), this.#limits, now);
    if (admission.kind === "close") return this.#expel(session, admission.code, "refused");
    if (admission.kind === "drop") return;
    if (admission.kind === "hello") return this.#greet(session, admission.hello, admission.encoding);
    if (session.kind === "visitor") return;
    switch (admission.kind) {
      case "nack":
        return tell(session, { t: "nack", n: admission.n, code: admission.code });
      case "push":
        return this.#push(session, admission.push);
      case "presence":
        return this.#noteMotion(session, admission.message);
      default:
        return admission satisfies never;
    }
  }

  override onClose(connection: Connection): void {
    const session = this.#sessions.of(connection);
    if (session !== undefined) this.#leave(session);
    else this.#forgetGhost(connection);
  }

  override onRequest(request: RoomRequest): Promise<RoomResponse> {
    const { storage, log, newResponse } = this.ctx;
    if (request.url.endsWith(MODERATION_PATH))
      return answerModeration(request, {
        sessions: this.#sessions,
        expel: (session, code, reason) => this.#expel(session, code, reason),
        shut: (links) => links.forEach((link) => this.#shutLinks.add(link)),
        newResponse,
      });
    return answerBlobRequest(request, { storage, log, newResponse, maxBytes: this.#limits.maxBlobBytes, now: () => this.ctx.now() });
  }

  /** A hook that stopped half-way may have left the board in memory ahead of the log: start again from storage. */
  override onException(): void {
    this.ctx.abort("a hook failed");
  }

  get #room(): Started {
    if (this.#started === undefined) throw new Error("the room has not started");
    return this.#started;
  }

  #awaitHello(connection: Connection, grant: Grant, deadlineMs: number): void {
    const cancelDeadline = this.ctx.setTimer(deadlineMs, () => {
      const session = this.#sessions.of(connection);
      if (session?.kind === "visitor") this.#expel(session, CLOSE.helloTimeout, "no hello");
    });
    this.#sessions.put({ kind: "visitor", connection, grant, manners: goodManners(this.#limits, this.ctx.now()), cancelDeadline });
  }

  /** Takes a connection over that a former life of this room has left in its attachment. */
  #resume(connection: Connection): void {
    const kept = attachmentOf(connection);
    const now = this.ctx.now();
    if (kept === undefined) return;
    if (kept.state === "visitor")
      return this.#awaitHello(connection, kept.grant, Math.max(0, kept.since + this.#limits.helloDeadlineMs - now));
    // It was in the middle of a snapshot; only it knows how far it got.
    if (!kept.live) return connection.close(CLOSE.slow, "join again");
    // The board was recovered from damage meanwhile: what it has seen may be more than there is.
    if (kept.epoch !== this.#room.epoch) return connection.close(CLOSE.storage, "join again");
    const { grant, clientId, also = [], encoding, peer, profile } = kept;
    const manners = goodManners(this.#limits, now);
    const member: Member = {
      kind: "member",
      connection,
      grant,
      manners,
      clientId,
      also,
      epoch: kept.epoch,
      encoding,
      peer,
      profile,
      sent: this.#room.feed.flushed,
      behind: undefined,
      live: true,
      missedPresence: false,
      draftsFrom: 0,
    };
    this.#sessions.put(member);
  }

  #greet(visitor: Session, hello: HelloMessage, encoding: Encoding): void {
    if (visitor.kind !== "visitor") return;
    const refusal = helloRefusal(hello);
    if (refusal !== undefined) return this.#expel(visitor, refusal, refusal === CLOSE.version ? "protocol version" : "client id");
    const twin = this.#sessions.memberOf(hello.clientId);
    // A hello may come late, on a line its tab has given up since: the tab lives on the connection it made last.
    if (twin !== undefined && this.#sessions.isBefore(visitor, twin)) return this.#expel(visitor, CLOSE.replaced, "replaced");
    if (twin !== undefined) this.#expel(twin, CLOSE.replaced, "replaced");
    if (hello.differs === true) {
      this.ctx.log.error("board.differs", { seq: this.#room.feed.flushed });
      this.#room.keeper.distrust();
    }
    const member = this.#enrol(visitor, hello, encoding);
    // What is waiting goes to the old members only; from here on the newcomer hears every broadcast. One turn, no gap.
    this.#ticker.flushNow();
    this.#welcome(member, hello);
  }

  #enrol({ connection, grant, manners, cancelDeadline }: Visitor, hello: HelloMessage, encoding: Encoding): Member {
    cancelDeadline();
    const peer = this.#sessions.freePeer();
    const profile = changedProfile(newProfile(peer), peer, { name: hello.name, color: hello.color });
    const behind = { snapshot: undefined, progressAt: this.ctx.now() };
    const member: Member = {
      kind: "member",
      connection,
      grant,
      manners,
      clientId: hello.clientId,
      also: (hello.also ?? []).map(deriveClientId),
      epoch: this.#room.epoch,
      encoding,
      peer,
      profile,
      sent: hello.since,
      behind,
      live: false,
      missedPresence: false,
      draftsFrom: 0,
    };
    this.#sessions.put(member);
    return member;
  }

  #welcome(member: Member, hello: HelloMessage): void {
    const { feed, joinDesk, epoch } = this.#room;
    const isDamaged = this.ctx.storage.damage !== undefined;
    const missing = joinDesk.missing(hello, feed.flushed);
    const source = missing.mode === "tail" ? undefined : missing.parts;
    const ordered = source?.inOrder(viewOf(hello));
    const snapshot = source && ordered && { upto: source.upto, parts: ordered.frames, next: 0 };
    member.behind = { snapshot, progressAt: this.ctx.now() };
    tell(member, {
      t: "welcome",
      v: PROTOCOL_VERSION,
      epoch,
      head: feed.flushed,
      lastN: this.ctx.storage.log.lastOf(member.clientId),
      mode: missing.mode,
      role: isDamaged ? "view" : member.grant.role,
      peer: member.peer,
      ...(isDamaged ? { damaged: true as const } : {}),
      ...(ordered?.first === undefined ? {} : { first: ordered.first }),
    });
    this.#serve(member);
    saveMember(member);
  }

  /** Gives a member that is behind the next of what it misses; the first time it has everything, it goes live. */
  #serve(member: Member): void {
    this.#room.feed.catchUp(member, this.ctx.now());
    if (member.behind !== undefined) return this.#scheduleCatchUp();
    if (member.live) return this.#presence.refresh(member, this.#sessions.members());
    member.live = true;
    saveMember(member);
    this.#presence.join(member, this.#sessions.members());
    this.#room.sumWatch.request();
    this.#ticker.request();
  }

  #scheduleCatchUp(): void {
    if (this.#catchUpWaits) return;
    this.#catchUpWaits = true;
    this.ctx.setTimer(this.#limits.catchUpEveryMs, () => {
      this.#catchUpWaits = false;
      const now = this.ctx.now();
      for (const member of this.#sessions.members()) {
        if (member.behind === undefined) this.#presence.refresh(member, this.#sessions.members());
        else if (now - member.behind.progressAt > this.#limits.stallMs) this.#expel(member, CLOSE.slow, "too slow");
        else this.#serve(member);
      }
      this.#watchTheSlow();
    });
  }

  /** Whoever was spared something gets it when its line is faster, also if nothing else happens in the room. */
  #watchTheSlow(): void {
    for (const { live, behind, missedPresence } of this.#sessions.members())
      if (live && (behind !== undefined || missedPresence)) return this.#scheduleCatchUp();
  }

  #push(member: Member, push: Push): void {
    const { lazy, keeper, feed } = this.#room;
    const { board, sum, checkpoint } = lazy.get();
    const { log, bytes } = this.ctx.storage;
    this.#isEpochStored ||= storeEpoch(bytes, this.#room.epoch);
    if (!this.#isEpochStored) return tell(member, { t: "nack", n: push.n, code: "storage" });
    const ports = { board, sum, log, now: () => this.ctx.now(), maxShapes: this.#limits.maxShapes, owns: ownsOf(member) };
    const decision = decidePush(ports, member.clientId, push);
    switch (decision.kind) {
      case "repeat":
        return tell(member, { t: "ack", n: push.n, seq: decision.seq, dup: true });
      case "refused":
        tell(member, { t: "nack", n: push.n, code: decision.code, ...(decision.expect === undefined ? {} : { expect: decision.expect }) });
        // Faults found at the border have had their strike there.
        if (decision.code === "bad_value" && !("fault" in push) && strike(member.manners, this.#limits, this.ctx.now()))
          this.#expel(member, CLOSE.badMessage, "too many faults");
        return;
      case "committed":
        checkpoint.note(decision.touched, decision.logged.seq);
        checkpoint.writeIfDue(decision.logged.seq);
        keeper.request();
        feed.add(decision.logged);
        tell(member, { t: "ack", n: push.n, seq: decision.logged.seq });
        return this.#ticker.request();
      default:
        return decision satisfies never;
    }
  }

  #noteMotion(member: Member, message: MeMessage | CursorMessage | DraftMessage): void {
    if (message.t === "me") this.#presence.change(member, message);
    else if (message.t === "cursor") this.#presence.move(member, message);
    else this.#presence.draft(member, message);
    if (this.#presence.isWaiting) this.#ticker.request();
  }

  #flush(): void {
    const now = this.ctx.now();
    const { feed, sumWatch } = this.#room;
    feed.flush(this.#sessions.members(), now);
    sumWatch.flushed(feed.flushed);
    this.#presence.flush(this.#sessions.members());
    this.#watchTheSlow();
  }

  /** Tells the hash of the board to those who have all of it and are not slow. */
  #tellSum(): number | undefined {
    const { feed, lazy } = this.#room;
    // A board that is still being read has no hash yet.
    if (!feed.isUpToDate || !lazy.isLoaded) return undefined;
    const frames = Frames.of({ t: "sum", seq: feed.flushed, hash: lazy.get().sum.hash() });
    for (const { live, behind, connection, encoding } of this.#sessions.members())
      if (live && behind === undefined && connection.bufferedAmount <= this.#limits.presenceBacklogBytes)
        connection.send(frames.as(encoding));
    return feed.flushed;
  }

  /** Closes a connection and forgets it at once, without waiting for its close event. */
  #expel(session: Session, code: number, reason: string): void {
    session.connection.close(code, reason);
    this.#leave(session);
  }

  #leave(session: Session): void {
    this.#sessions.remove(session);
    session.connection.setState(null);
    if (session.kind === "visitor") return session.cancelDeadline();
    if (!session.live) return;
    this.#presence.leave(session.peer);
    this.#ticker.request();
  }

  /** A member whose close event woke the room: it was never resumed, but the others still show it. */
  #forgetGhost(connection: Connection): void {
    const kept = attachmentOf(connection);
    if (kept?.state !== "member" || !kept.live) return;
    const taken = [...this.#sessions.members()].some((member) => member.peer === kept.peer);
    if (taken) return;
    this.#presence.leave(kept.peer);
    this.#ticker.request();
  }
}

/** What the client of a hello sees; of a point, nothing around it. */
function viewOf({ near }: HelloMessage): Extent | undefined {
  if (near === undefined) return undefined;
  const [left, top, w = 0, h = 0] = near;
  return { left, top, right: left + w, bottom: top + h };
}
