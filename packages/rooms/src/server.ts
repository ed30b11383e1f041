// The class that room authors extend. Hook names and arguments are those of the `partyserver` package.
// It holds no machinery: what it can do, it does through `ctx`.
import type { Connection, ConnectionContext } from "./connection.ts";
import type { RoomRequest, RoomResponse } from "./ports.ts";
import type { RoomContext } from "./room-context.ts";
import type { SqlBinding, SqlRow } from "./room-sql.ts";

export type ServerOptions = {
  /** True: an idle room leaves memory while its sockets stay open. False (default): it stays while it has connections. */
  readonly hibernate?: boolean;
};

/** What `connection.send` and `broadcast` take. */
export type OutgoingMessage = string | Uint8Array | ArrayBuffer;
/** What `onMessage` gets: text frames as strings, binary ones as ArrayBuffer. */
export type IncomingMessage = string | ArrayBuffer;

/**
 * A room: extend it and override the hooks that are wanted. The host makes an instance for each life of a room, and calls its hooks;
 * what is to outlive an instance belongs into `ctx.storage`.
 */
export class Server<Env = unknown, Props = unknown> {
  /** Read along the class chain: the nearest class that says `hibernate` decides. */
  static options: ServerOptions = {};

  readonly ctx: RoomContext;
  readonly env: Env;

  constructor(ctx: RoomContext, env: Env) {
    this.ctx = ctx;
    this.env = env;
  }

  /** The raw URL segment of the room, e.g. `a%20b`. */
  get name(): string {
    return this.ctx.name;
  }

  /**
   * Once per life of the instance (first start and each wake), before any other hook. Retried with the next event if it
   * throws. `props` are those of whoever started this life by a route or `getServerByName`; undefined after other wakes.
   */
  onStart(_props?: Props): void | Promise<void> {}

  /** Up to 9 tags of at most 256 characters, for `getConnections(tag)`. The id is added as the first. */
  getConnectionTags(_connection: Connection, _context: ConnectionContext): string[] | Promise<string[]> {
    return [];
  }

  /** A new connection, already in `getConnections()`. Its messages wait until this has resolved. */
  onConnect(_connection: Connection, _context: ConnectionContext): void | Promise<void> {}

  /**
   * One message. Messages of a connection arrive in order; the next event is delivered when this returned and all
   * that it awaits is room storage. A throw is logged and leaves the connection open.
   */
  onMessage(_connection: Connection, _message: IncomingMessage): void | Promise<void> {}

  /** The connection is gone and no longer in `getConnections()`. `wasClean` is false if the line broke (code 1006). */
  onClose(_connection: Connection, _code: number, _reason: string, _wasClean: boolean): void | Promise<void> {}

  /** The socket reported an error; `onClose` follows. */
  onError(_connection: Connection, _error: unknown): void | Promise<void> {}

  /** A plain HTTP request to the room's URL. */
  onRequest(_request: RoomRequest): RoomResponse | Promise<RoomResponse> {
    return this.ctx.newResponse("Not implemented", { status: 404 });
  }

  /** The alarm set by `storage.setAlarm` is due. At least once; retried with backoff after a throw. */
  onAlarm(): void | Promise<void> {}

  /** Any other hook threw, or `sql` did: once for each error. The host has logged it already. */
  onException(_error: unknown): void | Promise<void> {}

  /**
   * The rows of one statement: each `${value}` becomes a bound parameter, so that no value can change what it says.
   * What `exec` throws goes to `onException`, then to the caller.
   */
  sql<Row = SqlRow>(strings: TemplateStringsArray, ...values: readonly SqlBinding[]): Row[] {
    try {
      return this.ctx.storage.sql.exec<Row>(strings.join("?"), ...values).toArray();
    } catch (error) {
      this.ctx.reportException(error);
      throw error;
    }
  }

  /** Sends to every open connection of the room whose id is not in `without`. */
  broadcast(message: OutgoingMessage, without?: readonly string[]): void {
    this.ctx.connections.broadcast(message, without);
  }

  /**
   * What `getServerByName` calls on a stub, so that the room has started when it returns. Throws TypeError for a name
   * that is not this room's. `props` reach `onStart` only if this call is what starts the room.
   */
  setName(name: string, _props?: Props): void | Promise<void> {
    if (name !== this.name) throw new TypeError("The name of a room cannot be changed");
  }

  /** For code that calls a room before any of its hooks: here no call arrives before `onStart` has ended. */
  __unsafe_ensureInitialized(): Promise<void> {
    return Promise.resolve();
  }

  /** The open connection with this id, the newest where several may have it; undefined where there is none. */
  getConnection<State = unknown>(id: string): Connection<State> | undefined {
    return this.ctx.connections.get<State>(id);
  }

  /** Open connections, oldest first; with a tag, those that carry it. */
  getConnections<State = unknown>(tag?: string): Iterable<Connection<State>> {
    return this.ctx.connections.list<State>(tag);
  }
}

/** A class that can be served as a party. */
export type RoomClass<Env = unknown> = {
  // reason: props come from outside; only the class knows what they are.
  // oxlint-disable-next-line typescript/no-explicit-any
  new (ctx: RoomContext, env: Env): Server<Env, any>;
  readonly options?: ServerOptions;
};
