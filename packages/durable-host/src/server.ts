// The class under every room on Durable Objects: partyserver's, with what rooms are promised beyond it.
import { ROOM_CLOSE } from "@inkroom/rooms/contract";
import type { RoomConnections } from "@inkroom/rooms/contract";
import { Server as PartyServer } from "partyserver";
import type { Connection, ConnectionContext, WSMessage } from "partyserver";
import { arrivalOf, markArrival } from "./arrivals.ts";
import { extendConnection, retire } from "./connections.ts";
import { guardHooks, type HookWork, reportTo } from "./hook-guard.ts";
import { extendContext } from "./room-context.ts";

type Env = Record<string, unknown>;
type Props = Record<string, unknown>;

export class Server extends PartyServer<Env, Props> {
  /** Connections of a class that does not hibernate; where it does, the platform has them. */
  readonly #inMemory: Map<string, Connection> | undefined = isHibernating(this.constructor) ? undefined : new Map();
  /** Replaced by a newer one of the same id, or not set up: their own close is of no interest. */
  readonly #retired = new WeakSet<Connection>();
  readonly #report = reportTo(this.ctx.id.name ?? "", (error) => this.onException(error));

  constructor(state: DurableObjectState, env: Env) {
    const attach = extendContext(state, env);
    super(state, env);
    attach({ connections: this.#roomConnections(), timerFailed: (error) => this.#report("timer", error) });
    guardHooks(this, this.#report, {
      onConnect: (run, connection: Connection, context: ConnectionContext) => this.#welcome(run, connection, context),
      onMessage: (run, connection: Connection, message: WSMessage) => this.#receive(run, connection, message),
      onClose: (run, connection: Connection, ...how: [number, string, boolean]) => this.#leave(run, connection, how),
      onError: (run, connection: Connection, error: unknown) => run(extendConnection(connection), error),
    });
  }

  override onRequest(_request: Request): Response | Promise<Response> {
    return new Response("Not implemented", { status: 404 });
  }

  override onException(_error: unknown): void | Promise<void> {}

  override onAlarm(): void | Promise<void> {}

  /** As partyserver's, which throws what `onException` returns. */
  override sql<Row = Record<string, SqlStorageValue>>(
    strings: TemplateStringsArray,
    ...values: (string | number | boolean | null)[]
  ): Row[] {
    try {
      return this.ctx.storage.sql.exec(strings.join("?"), ...values).toArray() as Row[];
    } catch (error) {
      this.#report("sql", error);
      throw error;
    }
  }

  override broadcast(message: string | ArrayBuffer | ArrayBufferView, without: readonly string[] = []): void {
    for (const connection of this.getConnections()) {
      if (without.includes(connection.id)) continue;
      try {
        connection.send(message as string | ArrayBuffer);
      } catch {
        connection.close(1011, "Unexpected error"); // its trouble must not reach the others
      }
    }
  }

  override getConnection<State = unknown>(id: string): Connection<State> | undefined {
    // An id is also a tag.
    return [...this.getConnections<State>(id)].findLast((connection) => connection.id === id);
  }

  override *getConnections<State = unknown>(tag?: string): Generator<Connection<State>> {
    const all = this.#inMemory?.values() ?? [...super.getConnections(tag)].sort((a, b) => arrivalOf(a) - arrivalOf(b));
    for (const connection of all) {
      if (connection.readyState !== WebSocket.READY_STATE_OPEN) continue;
      if (tag !== undefined && !connection.tags.includes(tag)) continue;
      yield extendConnection(connection) as Connection<State>;
    }
  }

  #roomConnections(): RoomConnections {
    const listed = {
      get: (id: string) => this.getConnection(id),
      list: (tag?: string) => [...this.getConnections(tag)],
      broadcast: (data: string | ArrayBuffer | ArrayBufferView, without?: readonly string[]) => this.broadcast(data, without),
    };
    // reason: the connections have what rooms are promised; the types of the two packages do not know of each other.
    return listed as unknown as RoomConnections;
  }

  async #welcome(run: HookWork, connection: Connection, context: ConnectionContext): Promise<void> {
    if (this.#inMemory === undefined) markArrival(connection, this.ctx.getWebSockets());
    const twins = [...this.getConnections(connection.id)].filter((other) => other.id === connection.id && other !== connection);
    this.#inMemory?.set(connection.id, connection);
    for (const older of twins) await this.#replace(older);
    try {
      await run(extendConnection(connection), context);
    } catch (error) {
      this.#retire(connection, ROOM_CLOSE.failed);
      if (this.#inMemory?.get(connection.id) === connection) this.#inMemory.delete(connection.id);
      throw error;
    }
  }

  async #replace(older: Connection): Promise<void> {
    const { code, reason } = ROOM_CLOSE.replaced;
    this.#retire(older, ROOM_CLOSE.replaced);
    await this.onClose(older, code, reason, true);
  }

  #retire(connection: Connection, { code, reason }: { readonly code: number; readonly reason: string }): void {
    retire(connection, code, reason);
    this.#retired.add(connection);
  }

  #receive(run: HookWork, connection: Connection, message: WSMessage): unknown {
    if (this.#retired.has(connection)) return undefined;
    // For hibernating sockets the platform has done so already.
    const pair = this.ctx.getWebSocketAutoResponse();
    if (pair !== null && message === pair.request) return connection.send(pair.response);
    return run(extendConnection(connection), message);
  }

  #leave(run: HookWork, connection: Connection, how: [number, string, boolean]): unknown {
    if (this.#retired.has(connection)) return undefined;
    if (this.#inMemory?.get(connection.id) === connection) this.#inMemory.delete(connection.id);
    return run(extendConnection(connection), ...how);
  }
}

/** As partyserver reads it: the nearest class that says so decides. */
function isHibernating(roomClass: unknown): boolean {
  for (let current = roomClass; typeof current === "function"; current = Object.getPrototypeOf(current)) {
    const { options } = current as { readonly options?: { readonly hibernate?: boolean } };
    if (options?.hibernate !== undefined) return options.hibernate;
  }
  return false;
}
