// Makes a class of the older PartyKit into one that the rooms run.
import { Server } from "@inkroom/rooms";
import type { Connection, ConnectionContext, RoomClass, RoomContext, RoomRequest, ServerOptions } from "@inkroom/rooms";
import type { Server as PartyServer, Request, Room, Stubs, Worker } from "./party-types.ts";

type Env = Readonly<Record<string, unknown>>;

const CONNECT_FAILED = { code: 1011, reason: "Uncaught exception in onConnect" };

/** The party's class for `serveRooms`. `stubs` reaches the other rooms of the process. */
export function adapt(Party: Worker, stubs: Stubs): RoomClass<Env> {
  return class AdaptedParty extends Adapter {
    /** Known when the first instance was made: in the older class it is a field. */
    static override options: ServerOptions = {};

    constructor(ctx: RoomContext, env: Env) {
      super(ctx, env, Party, stubs);
      if (this.hibernates !== undefined) AdaptedParty.options = { hibernate: this.hibernates };
    }
  };
}

class Adapter extends Server<Env> {
  readonly #party: PartyServer;
  /** The work of `blockConcurrencyWhile` that has not settled. */
  #blocking: Promise<unknown> | undefined;

  constructor(ctx: RoomContext, env: Env, Party: Worker, stubs: Stubs) {
    super(ctx, env);
    this.#party = new Party(this.#room(stubs));
  }

  get hibernates(): boolean | undefined {
    return this.#party.options?.hibernate;
  }

  override async onStart(): Promise<void> {
    await this.#blocking;
    await this.#party.onStart?.();
  }

  override getConnectionTags(connection: Connection, context: ConnectionContext): string[] | Promise<string[]> {
    return this.#unblocked(() => this.#party.getConnectionTags?.(connection, context) ?? []);
  }

  override async onConnect(connection: Connection, context: ConnectionContext): Promise<void> {
    try {
      await this.#blocking;
      if (this.#party.onConnect === undefined && this.#party.onMessage === undefined)
        throw new TypeError("A party has onConnect or onMessage");
      await this.#party.onConnect?.(connection, context);
    } catch (error) {
      // Without the frame that newer servers send first: older clients do not expect it.
      this.ctx.log.error("room.hook_failed", { party: this.ctx.party, hook: "onConnect", error });
      connection.close(CONNECT_FAILED.code, CONNECT_FAILED.reason);
    }
  }

  override onMessage(connection: Connection, message: string | ArrayBuffer): void | Promise<void> {
    return this.#unblocked(() => this.#party.onMessage?.(message, connection));
  }

  override onClose(connection: Connection): void | Promise<void> {
    return this.#unblocked(() => this.#party.onClose?.(connection));
  }

  override onError(connection: Connection, error: unknown): void | Promise<void> {
    return this.#unblocked(() => this.#party.onError?.(connection, error instanceof Error ? error : new Error(String(error))));
  }

  override async onRequest(request: RoomRequest): Promise<Response> {
    await this.#blocking;
    // reason: the Node host passes real Fetch requests.
    const answer = (): Promise<Response> | Response | undefined => this.#party.onRequest?.(request as unknown as Request);
    try {
      return (await answer()) ?? new Response("Not found", { status: 404 });
    } catch (error) {
      const status = statusOf(error);
      if (status === undefined) throw error;
      return new Response(error instanceof Error ? error.message : null, { status });
    }
  }

  override onAlarm(): void | Promise<void> {
    return this.#unblocked(() => this.#party.onAlarm?.());
  }

  // Stays synchronous where it can: such hooks share a turn.
  #unblocked<T>(hook: () => T | Promise<T>): T | Promise<T> {
    return this.#blocking === undefined ? hook() : this.#blocking.then(hook);
  }

  #block<T>(fn: () => Promise<T>): Promise<T> {
    const work = (this.#blocking ?? Promise.resolve()).then(fn);
    this.#blocking = work;
    const ended = (): void => {
      if (this.#blocking === work) this.#blocking = undefined;
    };
    this.ctx.waitUntil(work.then(ended, ended));
    return work;
  }

  #room(stubs: Stubs): Room {
    const openNow = (): Map<string, Connection> => new Map([...this.getConnections()].map((connection) => [connection.id, connection]));
    const { party, name, storage } = this.ctx;
    return {
      id: name,
      internalID: `${party}/${name}`,
      name: party,
      env: this.env,
      storage,
      context: { parties: stubs },
      parties: stubs,
      get connections(): Map<string, Connection> {
        return openNow();
      },
      blockConcurrencyWhile: (fn) => this.#block(fn),
      broadcast: (message, without) => this.broadcast(message, without),
      getConnection: <State>(id: string) => this.getConnection<State>(id),
      getConnections: <State>(tag?: string) => this.getConnections<State>(tag),
    };
  }
}

/** The HTTP status that a thrown error asks for by its `code`. */
function statusOf(error: unknown): number | undefined {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code;
  return typeof code === "number" && Number.isInteger(code) && code >= 400 && code <= 599 ? code : undefined;
}
