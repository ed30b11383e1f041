// The shapes that classes for the older PartyKit are written against. Names follow its module, so that
// `import type * as Party from "@inkroom/partykit-compat"` is the only line that changes.
import type { Connection as RoomConnection, ConnectionContext as RoomConnectionContext, RoomStorage } from "@inkroom/rooms";

type WebRequest = globalThis.Request;

/** A plain Fetch request, without Cloudflare's `cf`. */
export type Request = WebRequest;
export type Connection<State = unknown> = RoomConnection<State>;
export type ConnectionContext = RoomConnectionContext;
export type Storage = RoomStorage;

export type ServerOptions = {
  /** True: an idle room leaves memory while its sockets stay open. */
  readonly hibernate?: boolean;
};

/** One room of some party, from anywhere in the same process. Paths start with a slash; else TypeError. */
export interface Stub {
  /** Calls the room's `onRequest` past the static hooks. A path, an init, or both. */
  fetch(pathOrInit?: string | RequestInit, init?: RequestInit): Promise<Response>;
  /** A WebSocket to the room, already open, through the server's own address and its hooks. Rejects if refused. */
  socket(path?: string): Promise<WebSocket>;
}

/** Rooms by party, then by id. */
export type Stubs = Readonly<Record<string, { get(id: string): Stub }>>;

/** What a class is constructed with, one per room. */
export interface Room {
  /** The room's name: the raw URL segment. Works in `onAlarm` too. */
  readonly id: string;
  /** Unique over all parties; stable. */
  readonly internalID: string;
  /** The party's name. */
  readonly name: string;
  readonly env: Readonly<Record<string, unknown>>;
  readonly storage: Storage;
  readonly context: { readonly parties: Stubs };
  /** The older name of `context.parties`. */
  readonly parties: Stubs;
  /** The older form of `getConnections`: open connections by id, as of now. */
  readonly connections: Map<string, Connection>;
  /** No other hook runs until `fn` has settled. */
  blockConcurrencyWhile<T>(fn: () => Promise<T>): Promise<T>;
  broadcast(message: string | Uint8Array | ArrayBuffer, without?: readonly string[]): void;
  getConnection<State = unknown>(id: string): Connection<State> | undefined;
  getConnections<State = unknown>(tag?: string): Iterable<Connection<State>>;
}

/** An instance of the author's class. */
export interface Server {
  readonly options?: ServerOptions;
  onStart?(): void | Promise<void>;
  getConnectionTags?(connection: Connection, context: ConnectionContext): string[] | Promise<string[]>;
  onConnect?(connection: Connection, context: ConnectionContext): void | Promise<void>;
  onMessage?(message: string | ArrayBuffer, sender: Connection): void | Promise<void>;
  onClose?(connection: Connection): void | Promise<void>;
  onError?(connection: Connection, error: Error): void | Promise<void>;
  onRequest?(request: WebRequest): Response | Promise<Response>;
  onAlarm?(): void | Promise<void>;
}

export type ExecutionContext = { waitUntil(promise: Promise<unknown>): void };

/** The room that a request is meant for. */
export type Lobby = { readonly id: string; readonly env: Readonly<Record<string, unknown>>; readonly parties: Stubs };
/** For `onFetch`, which is for no room. */
export type FetchLobby = Omit<Lobby, "id">;

type Verdict<Passed> = Passed | Response | void | Promise<Passed | Response | void>;

/** The class itself, with its static hooks. What `onBefore...` throws is answered 401 with its message. */
export interface Worker {
  new (room: Room): Server;
  onBeforeConnect?(request: WebRequest, lobby: Lobby, context: ExecutionContext): Verdict<WebRequest>;
  onBeforeRequest?(request: WebRequest, lobby: Lobby, context: ExecutionContext): Verdict<WebRequest>;
  /** Every request that is for no room and no file; only of the `main` class. */
  onFetch?(request: WebRequest, lobby: FetchLobby, context: ExecutionContext): Response | Promise<Response>;
}
