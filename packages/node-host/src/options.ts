// What `serveRooms` takes and gives.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { SqliteDriver, StorageStep } from "@inkroom/storage/sqlite";
import type { Log, RoomClass, RoomHosts, RoomHostsStats } from "@inkroom/rooms";

export type Lobby = { readonly party: string; readonly name: string };

/** Return a Response to answer at once, a Request to go on with that one, nothing to go on. */
export type HookResult = Request | Response | void;

/** The application's word on what comes for a room, before the room hears of it. */
export type RoomHooks = {
  /** Before a socket is accepted. Headers that it adds reach `onConnect`; clients cannot send `x-partykit-*` or `x-inkroom-*`. */
  readonly onBeforeConnect?: (request: Request, lobby: Lobby) => HookResult | Promise<HookResult>;
  /** Before `onRequest`. */
  readonly onBeforeRequest?: (request: Request, lobby: Lobby) => HookResult | Promise<HookResult>;
};

/** What one process takes, and how long it waits. Each limit that is left out has the default that is named with it. */
export type ServeLimits = {
  /** Largest message from a client, bytes. Default 262,144; above it the socket is closed 1009. */
  readonly maxMessageBytes?: number;
  /** Largest body of an HTTP request to a room, bytes. Default 1 MiB; above it 413. */
  readonly maxBodyBytes?: number;
  /** Unsent bytes per socket before it is closed 4503 as too slow. Default 8 MiB. */
  readonly maxBufferedBytes?: number;
  /** Unsent bytes of all sockets together; above it those that hold most are cut off. Default 256 MiB. */
  readonly maxTotalBufferedBytes?: number;
  /** Upgrades that wait for `onBeforeConnect`; a further one is answered 503 with `Retry-After`. Default 500. */
  readonly maxPendingUpgrades?: number;
  /** An upgrade that `onBeforeConnect` has not decided by then is answered 503, ms. Default 30,000. */
  readonly upgradeLimitMs?: number;
  /** Sockets per process; above it the upgrade is answered 503. Default 5,000. */
  readonly maxConnections?: number;
  /** Sockets per room; a further one is closed 1013. Default: no limit. */
  readonly maxConnectionsPerRoom?: number;
  /** Room files held open at a time, about 125 KiB each; others are opened when a room needs them. Default 128. */
  readonly maxOpenFiles?: number;
  /** Largest stored value, encoded bytes. Default 131,072. */
  readonly maxValueBytes?: number;
  /** How long running hooks may go on when the server closes, ms. Default 5,000. */
  readonly drainMs?: number;
  /** Between protocol pings, ms. Default 25,000. */
  readonly pingIntervalMs?: number;
  /** Unanswered pings before a socket counts as dead. Default 2. */
  readonly maxMissedPings?: number;
};

/** What `serveRooms` is given: `parties` and `dataDir`, `env` where the rooms need one, and what is to differ from the defaults. */
export type ServeRoomsOptions<Env> = BaseOptions<Env> & EnvOption<Env>;

/** Passed to every room as `env`; may be left out only if the rooms accept undefined. */
type EnvOption<Env> = undefined extends Env ? { readonly env?: Env } : { readonly env: Env };

type BaseOptions<Env> = {
  /** Served at /parties/<key>/<room>; `main` also at /party/<room>. */
  readonly parties: Readonly<Record<string, RoomClass<Env>>>;
  /** Directory of the room files, created if absent; one process at a time. */
  readonly dataDir: string;
  /** 0 takes a free one. Default 0. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly hooks?: RoomHooks;
  /** Answers every request that is for no room. Default 404. */
  readonly fetch?: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  /** Idle time before a room leaves memory. Default 10,000. */
  readonly hibernateAfterMs?: number;
  /** `always` evicts a hibernating room after every event, which finds state kept in fields. Default `idle`. */
  readonly hibernate?: "idle" | "always";
  readonly log?: Log;
  /** Told of each step of storage on its way to the disk; it may end the process. For tests of what a crash leaves. */
  readonly onStorageStep?: (step: StorageStep) => void;
  /** Wall clock, ms. */
  readonly now?: () => number;
  /**
   * When a connection comes with an id that another has: `replace` (default) closes the older one with 4000, `reject` the
   * newcomer with 4001, `allow` keeps both.
   */
  readonly duplicateId?: "replace" | "reject" | "allow";
  /** Shows stacks of errors in answers. Default false. */
  readonly dev?: boolean;
  readonly limits?: ServeLimits;
};

/** A server that accepts connections, until `close`. */
export type RoomsServer = {
  readonly port: number;
  /** http://host:port */
  readonly url: string;
  readonly rooms: RoomHosts;
  stats(): RoomHostsStats;
  /** The room files, for backups: `rooms`, `copyRoom`, `copyIndex`, `health`. Rooms are opened by the server alone. */
  readonly storage: Pick<SqliteDriver, "rooms" | "copyRoom" | "copyIndex" | "health">;
  /** Stops accepting, closes sockets (1012), commits, closes files. Resolves when all is closed; may be called again. */
  close(options?: { readonly reason?: string }): Promise<void>;
};
