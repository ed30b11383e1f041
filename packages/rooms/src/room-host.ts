// One room from outside: its sockets, its mailbox and, while it is in memory, its life. Decides when a life starts, how
// much it does in a turn, when the turn is committed, and when the life ends.
//
// A turn is up to 256 events and one commit. Handlers that return no promise follow each other at once. After one that
// returns a promise the next event waits for a macrotask, so that a handler which awaits nothing but room storage has
// ended by then: reads and writes around an await are not torn apart. A handler that awaits more lets others in.
import { legalClose, ROOM_CLOSE } from "./close-codes.ts";
import { Delivery } from "./delivery.ts";
import { HookRunner } from "./hook-runner.ts";
import { MAX_TURN_EVENTS } from "./limits.ts";
import { Mailbox } from "./mailbox.ts";
import type { RoomEvent } from "./mailbox.ts";
import type { ConnTransport, RoomKey, RoomRequest, RoomResponse } from "./ports.ts";
import { closeBehind, refuseEvent, refuseWaiting } from "./refusal.ts";
import type { RoomHostsOptions, SocketEvents, Upgrade } from "./room-hosts.ts";
import type { AutoResponse } from "./room-context.ts";
import { RoomLife } from "./room-life.ts";
import type { LifeHost } from "./room-life.ts";
import type { RoomClass } from "./server.ts";
import { DEAF, Session } from "./session.ts";
import { soundError } from "./thrown.ts";
import { ALARM_ROOM_FAILED_MS, DEFAULT_HIBERNATE_AFTER_MS } from "./timings.ts";

/** What a room tells the collection it belongs to. */
export type RoomHostParent = {
  readonly options: RoomHostsOptions<unknown>;
  /** When the room wants its alarm. */
  alarmAt(key: RoomKey, atMs: number | undefined): void;
  /** A hibernated room came back. */
  woke(): void;
  /** Nothing is left of the room but what is stored. */
  becameCold(host: RoomHost): void;
};

/** `hibernated`: sockets, but no instance. `cold`: neither. */
export type RoomState = "cold" | "starting" | "active" | "hibernated";

export class RoomHost {
  readonly key: RoomKey;
  readonly #roomClass: RoomClass;
  readonly #hibernates: () => boolean;
  readonly #parent: RoomHostParent;
  readonly #lifeHost: LifeHost;
  readonly #mailbox = new Mailbox();
  readonly #sessions = new Set<Session>();
  readonly #byId = new Map<string, Session>();
  #current: { readonly life: RoomLife; readonly delivery: Delivery } | undefined;
  /** A pump runs or is asked for; it ends with `#endTurn`. */
  #isPumping = false;
  /** Events that the turn under way may still take. */
  #budget = 0;
  /** Counts events, so that the idle timer can tell whether there were any. */
  #activity = 0;
  #cancelIdleTimer: (() => void) | undefined;
  #sleeps = false;
  #autoResponse: AutoResponse | null = { request: "ping", response: "pong" };
  /** Departures that no life could be started for: who is still there must hear of them when one is. */
  readonly #owedCloses: RoomEvent[] = [];
  #isShutDown = false;
  readonly #onQuiet: (() => void)[] = [];

  /** `hibernates` is asked each time: a class may know only when its first instance was made. */
  constructor(key: RoomKey, roomClass: RoomClass, hibernates: () => boolean, parent: RoomHostParent) {
    this.key = key;
    this.#roomClass = roomClass;
    this.#hibernates = hibernates;
    this.#parent = parent;
    this.#lifeHost = {
      key,
      sessions: () => this.#sessions,
      sessionOf: (id) => this.#byId.get(id),
      hibernates,
      wake: () => this.#wake(),
      autoResponse: () => this.#autoResponse,
      setAutoResponse: (pair) => (this.#autoResponse = pair && { request: pair.request, response: pair.response }),
      timerDue: (life, fn) => this.#post({ kind: "timer", life, fn }),
      discard: (life, error) => this.#discard(life, error),
    };
  }

  get state(): RoomState {
    if (this.#current !== undefined) return this.#current.life.phase === "starting" ? "starting" : "active";
    return this.#sessions.size > 0 ? "hibernated" : "cold";
  }

  get connectionCount(): number {
    return this.#sessions.size;
  }

  /** Takes over an accepted socket. If an older socket with the same id has to go, its `onClose` comes first. */
  connect(transport: ConnTransport, upgrade: Upgrade): SocketEvents {
    const { duplicateId = "replace", maxConnectionsPerRoom = Infinity } = this.#parent.options;
    const twin = this.#byId.get(upgrade.id);
    const older = duplicateId === "replace" ? twin : undefined;
    const refusal =
      twin !== undefined && duplicateId === "reject"
        ? ROOM_CLOSE.duplicate
        : older === undefined && this.#sessions.size >= maxConnectionsPerRoom
          ? ROOM_CLOSE.full
          : undefined;
    if (refusal !== undefined) {
      transport.close(refusal.code, refusal.reason);
      return DEAF;
    }
    if (older !== undefined) {
      this.#forget(older);
      older.drop(ROOM_CLOSE.replaced);
      this.#post({ kind: "close", session: older, ...ROOM_CLOSE.replaced });
    }
    const session = new Session(upgrade.id, upgrade.uri, transport);
    this.#sessions.add(session);
    this.#byId.set(session.id, session);
    this.#post({ kind: "connect", session, request: upgrade.request, after: older, props: upgrade.props });
    return this.#socketEvents(session);
  }

  request(request: RoomRequest, props: unknown): Promise<RoomResponse> {
    return new Promise((respond) => this.#post({ kind: "request", request, respond, props }));
  }

  call(method: string, args: readonly unknown[], props: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => this.#post({ kind: "call", method, args, resolve, reject, props }));
  }

  alarmDue(): void {
    this.#post({ kind: "alarm" });
  }

  /** Resolves when no event waits and no hook runs. */
  quiet(): Promise<void> {
    if (this.#isQuiet) return Promise.resolve();
    return new Promise((resolve) => this.#onQuiet.push(resolve));
  }

  /** Ends everything now: commits what there is, closes the sockets without telling the room. */
  shutDown(reason: string): void {
    this.#isShutDown = true;
    const life = this.#current?.life;
    if (life !== undefined && (life.phase !== "active" || this.#flush(life))) this.#end(life);
    for (const event of this.#mailbox.takeAll()) refuseWaiting(event, this.#parent.options);
    for (const session of this.#sessions) session.drop({ ...ROOM_CLOSE.drain, ...legalClose(ROOM_CLOSE.drain.code, reason) });
    this.#sessions.clear();
    this.#byId.clear();
    this.#becameQuiet();
  }

  /** By the host: it keeps no room awake. */
  #answer(session: Session, response: string): void {
    session.autoResponseMs = this.#parent.options.clock.now();
    session.transport.send(response);
  }

  #socketEvents(session: Session): SocketEvents {
    return {
      message: (data) => {
        if (session.detached) return;
        const pair = this.#autoResponse;
        if (data === pair?.request) return this.#answer(session, pair.response);
        session.messageArrived(data);
        this.#post({ kind: "message", session, data });
      },
      error: (error) => {
        if (!session.detached && session.wire === "open") this.#post({ kind: "error", session, error });
      },
      closed: (code, reason) => {
        if (session.detached) return;
        session.detached = true;
        session.wire = "closed";
        this.#forget(session);
        this.#post({ kind: "close", session, code, reason });
      },
    };
  }

  #forget(session: Session): void {
    this.#sessions.delete(session);
    if (this.#byId.get(session.id) !== session) return;
    this.#byId.delete(session.id);
    if (this.#parent.options.duplicateId !== "allow") return;
    for (const twin of this.#sessions) if (twin.id === session.id) this.#byId.set(twin.id, twin); // the newest is the last
  }

  // ---- turns

  #post(event: RoomEvent): void {
    this.#mailbox.put(event);
    this.#activity++;
    this.#wake();
  }

  #wake(): void {
    if (this.#isPumping || this.#isShutDown) return;
    this.#isPumping = true;
    this.#budget = this.#evictsAlways ? 1 : MAX_TURN_EVENTS;
    this.#defer();
  }

  #defer(): void {
    this.#parent.options.clock.defer(() => this.#pump());
  }

  // One stretch of a turn. The turn goes on in the next macrotask, or waits for onStart (which pumps again), or ends.
  #pump(): void {
    if (this.#isShutDown) return;
    if (this.#current === undefined && this.#mailbox.size > 0) return this.#start();
    const current = this.#current;
    if (current?.life.phase === "starting") return; // a wake from within onStart: its end pumps
    while (current?.life.phase === "active" && !current.life.block.isClosed && this.#mailbox.size > 0 && this.#budget > 0) {
      this.#budget--;
      if (current.delivery.deliver(this.#mailbox.take() as RoomEvent) === "pending") return this.#defer();
    }
    this.#endTurn(current?.life);
  }

  #endTurn(life: RoomLife | undefined): void {
    this.#isPumping = false;
    if (life?.phase === "active") this.#flush(life);
    if (this.#evictsAlways && this.#current?.life.isIdle === true) this.#evict();
    if (this.#current !== undefined) this.#armIdleTimer();
    if (this.#mailbox.size > 0 && this.#current?.life.block.isClosed !== true) this.#wake(); // otherwise its end wakes
    if (this.#isQuiet) this.#becameQuiet();
  }

  /** Commits and lets out what waited. False if the commit failed, and the life with it. */
  #flush(life: RoomLife): boolean {
    if (life.gate.isHeld) return true; // the end of the transaction wakes
    try {
      life.gate.flush();
    } catch (error) {
      this.#discard(life, error);
      return false;
    }
    const change = life.alarm.takeChange();
    if (change !== undefined) this.#parent.alarmAt(this.key, change.atMs);
    return true;
  }

  get #isQuiet(): boolean {
    return !this.#isPumping && this.#mailbox.size === 0 && (this.#current?.life.running ?? 0) === 0;
  }

  #becameQuiet(): void {
    for (const resolve of this.#onQuiet.splice(0)) resolve();
    if (this.state === "cold") this.#parent.becameCold(this);
  }

  // ---- lives

  // Whatever comes of it, exactly one further pump is asked for when it has: the events wait in the mailbox.
  #start(): void {
    const { driver } = this.#parent.options;
    let life: RoomLife;
    try {
      life = new RoomLife(this.#roomClass, driver.open(this.key), this.#lifeHost, this.#parent.options);
    } catch (error) {
      return this.#startFailed(error);
    }
    const hooks = new HookRunner(life, this.key.party, this.#parent.options, () => this.#wake());
    life.atEnd.push(() => hooks.stop());
    life.report = (during, error) => hooks.report(during, error);
    this.#current = { life, delivery: new Delivery(life, hooks, this.#parent.options, (event) => this.#post(event)) };
    if (this.#sleeps) this.#parent.woke();
    this.#sleeps = false;
    const first = this.#mailbox.peek();
    const props = first !== undefined && "props" in first ? first.props : undefined;
    this.#mailbox.putFirst(this.#owedCloses.splice(0)); // their clients may be coming again with the same ids
    const started = async (): Promise<void> => {
      while (life.block.isClosed) await life.block.opened();
      return life.run(() => life.block.hold(() => life.server.onStart(props))); // which is given up after a time
    };
    started().then(
      () => {
        if (life.phase !== "starting") return;
        life.phase = "active";
        this.#defer();
      },
      (error: unknown) => this.#discard(life, error),
    );
  }

  // Whoever waited is told; the next event tries again.
  #startFailed(thrown: unknown): void {
    const error = soundError(thrown);
    this.#parent.options.log.error("room.start_failed", { party: this.key.party, error });
    for (const event of this.#mailbox.takeAll()) {
      if (event.kind === "connect" || event.kind === "message") this.#forget(event.session);
      if (event.kind === "alarm") this.#retryAlarm();
      const close = closeBehind(event, error);
      if (close !== undefined) this.#owedCloses.push(close);
      refuseEvent(event, error, this.#parent.options);
    }
    this.#defer();
  }

  // Memory must never be ahead of the disk: after a failed commit the instance, what it wanted to say and the sockets
  // that heard its earlier words all go. Events that no life has seen yet stay.
  #discard(life: RoomLife, error: unknown): void {
    if (this.#current?.life !== life) return;
    if (life.phase === "starting") {
      this.#end(life);
      return this.#startFailed(error);
    }
    this.#parent.options.log.error("room.discarded", { party: this.key.party, error });
    if (life.alarm.isUnsettled) this.#retryAlarm();
    const waiting = [...this.#current.delivery.held, ...this.#mailbox.takeAll()];
    this.#end(life);
    for (const session of this.#sessions) {
      if (session.setup === "waiting") continue;
      this.#forget(session);
      session.drop(ROOM_CLOSE.storage);
    }
    for (const event of waiting) {
      const isStale = event.kind === "timer" || ("session" in event && event.session.setup !== "waiting");
      if (!isStale) this.#post(event.kind === "connect" ? { ...event, after: undefined } : event);
    }
  }

  #retryAlarm(): void {
    this.#parent.alarmAt(this.key, this.#parent.options.clock.now() + ALARM_ROOM_FAILED_MS);
  }

  #end(life: RoomLife): void {
    life.end();
    this.#current = undefined;
    this.#cancelIdleTimer?.();
    this.#cancelIdleTimer = undefined;
  }

  #evict(): void {
    if (this.#current === undefined) return;
    this.#end(this.#current.life);
    this.#sleeps = this.#sessions.size > 0;
  }

  get #evictsAlways(): boolean {
    return this.#parent.options.hibernate === "always" && this.#hibernates();
  }

  // Not restarted by each event: a room leaves memory after one to two periods without any.
  #armIdleTimer(): void {
    if (this.#cancelIdleTimer !== undefined) return;
    const { clock, hibernateAfterMs = DEFAULT_HIBERNATE_AFTER_MS } = this.#parent.options;
    const activity = this.#activity;
    this.#cancelIdleTimer = clock.setTimer(hibernateAfterMs, () => {
      this.#cancelIdleTimer = undefined;
      const mayLeave = this.#hibernates() || this.#sessions.size === 0;
      const isIdle = this.#current?.life.isIdle === true && !this.#isPumping && this.#activity === activity;
      if (isIdle && mayLeave) {
        this.#evict();
        this.#becameQuiet();
      } else if (this.#current !== undefined) this.#armIdleTimer();
    });
  }
}
