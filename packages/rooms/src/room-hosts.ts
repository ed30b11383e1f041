// All rooms of one process.
import { AlarmSchedule } from "./alarm-schedule.ts";
import { ROOM_CLOSE } from "./close-codes.ts";
import type {
  AsyncContext,
  Clock,
  ConnTransport,
  Log,
  NewResponse,
  RoomKey,
  RoomRequest,
  RoomResponse,
  StorageDriver,
  ValueCodec,
  WatchBody,
} from "./ports.ts";
import { RoomHost } from "./room-host.ts";
import type { RoomHostParent } from "./room-host.ts";
import { textOfKey } from "./room-id.ts";
import type { RoomClass, ServerOptions } from "./server.ts";
import { DEAF } from "./session.ts";
import { DEFAULT_DRAIN_MS } from "./timings.ts";
import { soundError, unfailingLog } from "./thrown.ts";
import { frameOf } from "./transactions.ts";

export type RoomHostsOptions<Env> = {
  /** By the segment of the path that names them: without a slash. */
  readonly parties: Readonly<Record<string, RoomClass<Env>>>;
  readonly env: Env;
  readonly driver: StorageDriver;
  readonly clock: Clock;
  readonly log: Log;
  readonly codec: ValueCodec;
  readonly newResponse: NewResponse;
  /** Without it bodies of answers are handed on as they are, and the room may sleep while they are made. */
  readonly watchBody?: WatchBody;
  /** Without it `strayRejection` knows no room, and a transaction that is started inside another one waits for it, as if it had been started beside it. */
  readonly asyncContext?: AsyncContext;
  /** Idle time before a room leaves memory, ms. Default 10,000. */
  readonly hibernateAfterMs?: number;
  /** `always` evicts a hibernating room after every event. Default `idle`. */
  readonly hibernate?: "idle" | "always";
  /** Largest stored value, encoded bytes. Default 131,072. */
  readonly maxValueBytes?: number;
  /**
   * When a connection comes with an id that another has: `replace` (default) closes the older one with 4000, `reject`
   * closes the newcomer with 4001, `allow` keeps both, and `getConnection` gives the newest.
   */
  readonly duplicateId?: "replace" | "reject" | "allow";
  /** Connections in one room; a further one is closed 1013. Default: no limit. */
  readonly maxConnectionsPerRoom?: number;
  /**
   * What may be on its way to one connection, bytes (characters of text), the output gate included; with more it is closed
   * 4503. Default 8 MiB.
   */
  readonly maxUnsentBytes?: number;
  /** How long `close` lets running hooks go on, ms. Default 5,000. */
  readonly drainMs?: number;
  /** Shows the stacks of errors to clients. Default false. */
  readonly dev?: boolean;
};

export type Upgrade = {
  /** Validated by `isConnectionId`. */
  readonly id: string;
  readonly uri: string;
  readonly request: RoomRequest;
  /** For `onStart`, if this is what starts the room. */
  readonly props?: unknown;
};

/** The room's end of one socket: the socket layer calls these, in the order in which things happened. */
export interface SocketEvents {
  message(data: string | ArrayBuffer): void;
  error(error: unknown): void;
  /** The socket is gone. Later calls are ignored. */
  closed(code: number, reason: string): void;
}

export type RoomHostsStats = {
  readonly rooms: { readonly active: number; readonly hibernated: number; readonly cold: number };
  readonly connections: number;
  /** How many times a hibernated room was woken. */
  readonly woken: number;
};

export interface RoomHosts {
  hasParty(party: string): boolean;
  /** Hands an accepted socket to its room. Throws for an unknown party. */
  connect(party: string, name: string, transport: ConnTransport, upgrade: Upgrade): SocketEvents;
  /** Answers with `onRequest`, after its writes are durable. Never rejects: failures are 500 or 503. */
  request(party: string, name: string, request: RoomRequest, props?: unknown): Promise<RoomResponse>;
  /**
   * Calls a public method of the room's class after `onStart`; arguments and result are structured clones. Rejects with
   * what the method throws, for an unknown party or method, and if the room is thrown away meanwhile.
   */
  call(party: string, name: string, method: string, args: readonly unknown[], props?: unknown): Promise<unknown>;
  /**
   * For hosts that hear of promises which reject with nobody awaiting them, in the context of the promise. True if a room has made it:
   * then it is logged, and the room's `onException` is told.
   */
  strayRejection(error: unknown): boolean;
  stats(): RoomHostsStats;
  /** Lets running hooks end, commits, closes all sockets (1012) and the rooms. The driver stays open. */
  close(options?: { readonly reason?: string }): Promise<void>;
}

/** In the log, in place of a hook: whatever has started the promise may have ended long ago. */
const STRAY = "a promise that nobody awaits";

/** Creates the rooms of a process. Alarms that were set before are scheduled at once. */
export function createRoomHosts<Env>(options: RoomHostsOptions<Env>): RoomHosts {
  // reason: the environment is only handed through to the classes that were given together with it.
  return new ProcessRooms({ ...(options as unknown as RoomHostsOptions<unknown>), log: unfailingLog(options.log) });
}

/** What the nearest class that has its own `options.hibernate` says; a subclass with other options does not hide it. */
export function hibernates(roomClass: { readonly options?: ServerOptions }): boolean {
  for (let each: unknown = roomClass; typeof each === "function"; each = Object.getPrototypeOf(each)) {
    const options = Object.hasOwn(each, "options") ? (each as { readonly options?: ServerOptions }).options : undefined;
    if (options?.hibernate !== undefined) return options.hibernate;
  }
  return false;
}

class ProcessRooms implements RoomHosts {
  readonly #options: RoomHostsOptions<unknown>;
  readonly #parties: ReadonlyMap<string, RoomClass>;
  readonly #hosts = new Map<string, RoomHost>();
  readonly #alarms: AlarmSchedule;
  readonly #parent: RoomHostParent;
  #woken = 0;
  #closing: Promise<void> | undefined;

  constructor(options: RoomHostsOptions<unknown>) {
    this.#options = options;
    this.#parties = new Map(Object.entries(options.parties));
    this.#alarms = new AlarmSchedule(options.clock, (key) => this.#hostOf(key.party, key.name)?.alarmDue());
    this.#parent = {
      options,
      alarmAt: (key, atMs) => this.#alarms.update(key, atMs),
      woke: () => this.#woken++,
      becameCold: (host) => {
        if (this.#hosts.get(textOfKey(host.key)) === host) this.#hosts.delete(textOfKey(host.key));
      },
    };
    for (const { key, atMs } of options.driver.alarms()) this.#alarms.update(key, atMs);
  }

  hasParty(party: string): boolean {
    return this.#parties.has(party);
  }

  connect(party: string, name: string, transport: ConnTransport, upgrade: Upgrade): SocketEvents {
    const host = this.#hostOf(party, name);
    if (host === undefined) throw new TypeError(`No party is called ${JSON.stringify(party)}`);
    if (this.#closing === undefined) return host.connect(transport, upgrade);
    transport.close(ROOM_CLOSE.drain.code, ROOM_CLOSE.drain.reason);
    return DEAF;
  }

  async request(party: string, name: string, request: RoomRequest, props?: unknown): Promise<RoomResponse> {
    const host = this.#hostOf(party, name);
    if (host === undefined) return this.#options.newResponse("Invalid request", { status: 400 });
    if (this.#closing !== undefined) return this.#options.newResponse("Service restart", { status: 503 });
    return host.request(request, props);
  }

  async call(party: string, name: string, method: string, args: readonly unknown[], props?: unknown): Promise<unknown> {
    const host = this.#hostOf(party, name);
    if (host === undefined) throw new TypeError(`No party is called ${JSON.stringify(party)}`);
    if (this.#closing !== undefined) throw new Error("Service restart");
    return host.call(method, args, props);
  }

  strayRejection(thrown: unknown): boolean {
    const frame = frameOf(this.#options.asyncContext);
    if (frame === undefined) return false;
    const error = soundError(thrown);
    const life = frame.life.deref();
    if (life === undefined) this.#options.log.error("room.hook_failed", { hook: STRAY, error });
    else life.report(STRAY, error);
    return true;
  }

  stats(): RoomHostsStats {
    let active = 0;
    let hibernated = 0;
    let connections = 0;
    for (const host of this.#hosts.values()) {
      connections += host.connectionCount;
      if (host.state === "hibernated") hibernated++;
      else if (host.state !== "cold") active++;
    }
    const cold = Math.max(0, this.#options.driver.count() - active - hibernated);
    return { rooms: { active, hibernated, cold }, connections, woken: this.#woken };
  }

  close({ reason = ROOM_CLOSE.drain.reason }: { readonly reason?: string } = {}): Promise<void> {
    this.#closing ??= this.#drain(reason);
    return this.#closing;
  }

  async #drain(reason: string): Promise<void> {
    this.#alarms.stop();
    const { clock, drainMs = DEFAULT_DRAIN_MS } = this.#options;
    let cancel = (): void => {};
    const deadline = new Promise<void>((resolve) => (cancel = clock.setTimer(drainMs, resolve)));
    const hosts = [...this.#hosts.values()];
    await Promise.race([deadline, Promise.all(hosts.map((host) => host.quiet()))]);
    cancel();
    for (const host of [...this.#hosts.values()]) host.shutDown(reason);
    this.#hosts.clear();
  }

  #hostOf(party: string, name: string): RoomHost | undefined {
    const roomClass = this.#parties.get(party);
    if (roomClass === undefined) return undefined;
    const key: RoomKey = { party, name };
    const id = textOfKey(key);
    let host = this.#hosts.get(id);
    if (host === undefined) {
      host = new RoomHost(key, roomClass, () => hibernates(roomClass), this.#parent);
      this.#hosts.set(id, host);
    }
    return host;
  }
}
