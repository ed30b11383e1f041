// One life of a room in memory: from the start of its instance to hibernation, eviction or failure. Nothing of it is
// reachable afterwards; what outlives it is in the store and in the sessions.
import type { Connection } from "./connection.ts";
import { EventBlock } from "./event-block.ts";
import { GuardedStorage, StoreAccess } from "./guarded-storage.ts";
import { DEFAULT_MAX_UNSENT_BYTES, DEFAULT_MAX_VALUE_BYTES } from "./limits.ts";
import { OutputGate } from "./output-gate.ts";
import type { RoomKey, RoomStore } from "./ports.ts";
import { RoomAlarm } from "./room-alarm.ts";
import { RoomConnection, toFrame } from "./room-connection.ts";
import type { AutoResponse, RoomContext } from "./room-context.ts";
import type { RoomHostsOptions } from "./room-hosts.ts";
import { roomIdOf } from "./room-id.ts";
import type { OutgoingMessage, RoomClass, Server } from "./server.ts";
import type { Session } from "./session.ts";
import { Transactions } from "./transactions.ts";

/** What a life asks of its host. */
export type LifeHost = {
  readonly key: RoomKey;
  /** All sessions of the room, oldest first. */
  sessions(): Iterable<Session>;
  sessionOf(id: string): Session | undefined;
  hibernates(): boolean;
  /** There is output or a write to flush, or something ended that kept the room awake. */
  wake(): void;
  autoResponse(): AutoResponse | null;
  setAutoResponse(pair: AutoResponse | null): void;
  /** A tracked timer is due. */
  timerDue(life: RoomLife, fn: () => void | Promise<void>): void;
  /** Throw this life away. */
  discard(life: RoomLife, error: unknown): void;
};

export class RoomLife {
  readonly gate: OutputGate;
  readonly alarm: RoomAlarm;
  readonly server: Server;
  /** `starting` until `onStart` has resolved; `over` when nothing of this life counts any more. */
  phase: "starting" | "active" | "over" = "starting";
  /** While it is closed no event is delivered. */
  readonly block: EventBlock;
  /** What to do with an error that is not thrown out of a hook. Set once hooks can run. */
  report: (during: string, error: unknown) => void = () => {};
  /** Called once, when the life is over. */
  readonly atEnd: (() => void)[] = [];
  /** Hooks and `waitUntil` promises that have not settled. */
  running = 0;
  /** One for each answer that is owed: tells who waits for it that there will be none. */
  readonly unanswered = new Set<() => void>();
  /** For each answer whose body is still being made: breaks it off. */
  readonly #bodies = new Set<(reason: Error) => void>();
  readonly #store: RoomStore;
  readonly #access: StoreAccess;
  readonly #host: LifeHost;
  readonly #options: RoomHostsOptions<unknown>;
  readonly #connections = new Map<Session, RoomConnection>();
  readonly #timers = new Set<() => void>();
  readonly #transactions: Transactions;

  /** Throws what the author's constructor throws; the store is closed then. */
  constructor(roomClass: RoomClass, store: RoomStore, host: LifeHost, options: RoomHostsOptions<unknown>) {
    this.#store = store;
    this.#host = host;
    this.#options = options;
    this.gate = new OutputGate(store, () => host.wake());
    this.#access = new StoreAccess(store, this.gate);
    this.alarm = new RoomAlarm(this.#access);
    this.block = new EventBlock(options.clock, {
      changed: (by) => {
        this.running += by;
        if (by < 0) host.wake();
      },
      failed: (error) => host.discard(this, error),
    });
    const { alarm, block, gate } = this;
    this.#transactions = new Transactions(this, { access: this.#access, gate, alarm, block, asyncContext: options.asyncContext });
    try {
      this.server = this.run(() => new roomClass(this.#context(), options.env));
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Runs the author's code so that the host can tell whose it is, and what it starts. */
  run<T>(work: () => T): T {
    const { asyncContext } = this.#options;
    return asyncContext === undefined ? work() : asyncContext.run(this.#transactions.root, work);
  }

  /** Nothing is under way that hibernation would lose. */
  get isIdle(): boolean {
    return this.phase === "active" && this.running === 0 && this.#timers.size === 0 && this.#bodies.size === 0 && this.gate.isEmpty;
  }

  /** The author's object for a session; the same one throughout a life. */
  connectionOf(session: Session): RoomConnection {
    let connection = this.#connections.get(session);
    if (connection === undefined) {
      const { codec, maxUnsentBytes = DEFAULT_MAX_UNSENT_BYTES } = this.#options;
      connection = new RoomConnection(this.#host.key.name, session, this.gate, codec, maxUnsentBytes);
      this.#connections.set(session, connection);
    }
    return connection;
  }

  get hibernates(): boolean {
    return this.#host.hibernates();
  }

  get party(): string {
    return this.#host.key.party;
  }

  /** Keeps the room awake while the body of an answer is made; the returned function says that it has ended. */
  bodyStarted(cut: (reason: Error) => void): () => void {
    if (this.phase === "over") return () => {};
    this.#bodies.add(cut);
    return () => {
      if (this.#bodies.delete(cut)) this.#host.wake();
    };
  }

  forget(session: Session): void {
    this.#connections.delete(session);
  }

  /** Drops what is not committed, answers 503 where an answer is owed, and frees everything. */
  end(): void {
    this.phase = "over";
    this.block.end();
    for (const each of this.atEnd) each();
    for (const giveUp of this.unanswered) giveUp();
    this.unanswered.clear();
    for (const cut of this.#bodies) cut(new Error("The room was thrown away while it answered"));
    this.#bodies.clear();
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.gate.shut();
    this.#access.close();
    this.#store.close();
  }

  #context(): RoomContext {
    const { key } = this.#host;
    const { codec, clock, log, newResponse, maxValueBytes = DEFAULT_MAX_VALUE_BYTES } = this.#options;
    const storage = new GuardedStorage({
      access: this.#access,
      codec,
      alarm: this.alarm,
      maxValueBytes,
      transactions: this.#transactions,
      onCommitFailed: (error) => this.#host.discard(this, error),
    });
    return {
      party: key.party,
      name: key.name,
      id: roomIdOf(key.name),
      storage,
      connections: {
        get: <State>(id: string) => this.#get(id) as Connection<State> | undefined,
        list: <State>(tag?: string) => this.#list(tag) as Connection<State>[],
        broadcast: (data, without) => this.#broadcast(data, without),
      },
      log,
      now: () => clock.now(),
      setTimer: (delayMs, fn) => this.#setTimer(delayMs, fn),
      blockConcurrencyWhile: (work) => this.block.run(work),
      setWebSocketAutoResponse: (pair) => this.#host.setAutoResponse(pair ?? null),
      getWebSocketAutoResponse: () => this.#host.autoResponse(),
      getWebSocketAutoResponseTimestamp: (connection) => (connection instanceof RoomConnection ? connection.autoResponseAt : null),
      waitUntil: (promise) => this.#waitUntil(promise),
      reportException: (error) => this.report("sql", error),
      newResponse,
      abort: (reason) => this.#host.discard(this, new Error(reason)),
    };
  }

  #get(id: string): Connection | undefined {
    const session = this.#host.sessionOf(id);
    return session?.isListed === true ? this.connectionOf(session) : undefined;
  }

  #list(tag?: string): Connection[] {
    const listed: Connection[] = [];
    for (const session of this.#host.sessions()) {
      if (session.isListed && (tag === undefined || session.tags.includes(tag))) listed.push(this.connectionOf(session));
    }
    return listed;
  }

  // One frame for all: the sockets share its bytes.
  #broadcast(data: OutgoingMessage, without: readonly string[] = []): void {
    const frame = toFrame(data);
    const targets: Session[] = [];
    for (const session of this.#host.sessions()) {
      if (session.isListed && !without.includes(session.id) && this.connectionOf(session).take(frame)) targets.push(session);
    }
    if (targets.length === 0) return;
    this.gate.enqueue(
      () => targets.forEach((session) => session.sendHeld(frame)),
      () => targets.forEach((session) => session.dropHeld(frame)),
    );
  }

  #setTimer(delayMs: number, fn: () => void | Promise<void>): () => void {
    if (this.phase === "over") return () => {};
    let isCancelled = false;
    const stop = this.#options.clock.setTimer(delayMs, () => {
      this.#host.timerDue(this, () => {
        // Counted until it runs: what waits in the mailbox belongs to this life and would be lost with it.
        this.#timers.delete(stop);
        return isCancelled ? undefined : fn();
      });
    });
    this.#timers.add(stop);
    return () => {
      isCancelled = true;
      stop();
      if (this.#timers.delete(stop)) this.#host.wake();
    };
  }

  #waitUntil(promise: Promise<unknown>): void {
    this.running++;
    Promise.resolve(promise)
      .catch((error: unknown) => this.#options.log.error("room.wait_until_failed", { party: this.#host.key.party, error }))
      .finally(() => {
        this.running--;
        this.#host.wake();
      });
  }
}
