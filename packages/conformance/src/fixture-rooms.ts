// The rooms that every host under test serves. Written as a partyserver user writes them; for workerd the bundler puts
// `partyserver` in place of `@inkroom/rooms`, and nothing else changes.
import { Server } from "@inkroom/rooms";
import type { Connection, ConnectionContext, RoomContext } from "@inkroom/rooms";
import { answerRequest } from "./fixture-answers.ts";
import { runCommand } from "./fixture-commands.ts";
import { fail, FAILED_ALARMS, FAILED_STARTS } from "./fixture-faults.ts";

type Hears = { readonly request: { readonly url: string } };

function queryOf({ request }: Hears): URLSearchParams {
  return new URL(request.url).searchParams;
}

/** Stays in memory while someone is connected. Does what queries and JSON commands say. */
export class Wakeful extends Server {
  static override options: { hibernate?: boolean } = { hibernate: false };
  readonly journal: string[] = [];
  hits = 0;
  props: unknown;
  /** Ends the command `hold`. */
  release: (() => void) | undefined;
  live: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(ctx: RoomContext, env: unknown) {
    super(ctx, env);
    this.journal.push(`constructor ${this.name}`);
  }

  override async onStart(props?: unknown): Promise<void> {
    this.props = props;
    this.journal.push("start begins");
    await this.ctx.storage.put("starts", ((await this.ctx.storage.get<number>("starts")) ?? 0) + 1);
    if (this.name.includes("fail-start") && !FAILED_STARTS.has(this.name)) {
      FAILED_STARTS.add(this.name);
      throw new Error("start failed");
    }
    this.journal.push("start ends");
  }

  override getConnectionTags(connection: Connection, context: ConnectionContext): string[] | Promise<string[]> {
    const query = queryOf(context);
    this.journal.push(`tags ${connection.id}`);
    if (query.get("throw") === "tags") fail(query.get("how"));
    const tags = JSON.parse(query.get("tags") ?? "[]") as string[];
    return query.has("later") ? Promise.resolve(tags) : tags;
  }

  override onConnect(connection: Connection, context: ConnectionContext): void | Promise<void> {
    const query = queryOf(context);
    this.journal.push(`connect ${connection.id}`);
    if (query.has("state")) connection.setState(JSON.parse(query.get("state") as string));
    if (query.has("header")) connection.send(String(context.request.headers.get(query.get("header") as string)));
    if (query.has("greet")) connection.send(`hello ${[...this.getConnections()].length}`);
    if (query.has("shout")) this.broadcast(`joined ${connection.id}`, query.has("aside") ? [connection.id] : []);
    if (query.has("end")) connection.close(Number(query.get("end")), "not today");
    if (query.has("slow")) return this.#dawdle(connection, query);
    if (query.get("throw") === "connect") fail(query.get("how"));
  }

  async #dawdle(connection: Connection, query: URLSearchParams): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Number(query.get("slow"))));
    this.journal.push(`connected ${connection.id}`);
    if (query.get("throw") === "connect") fail(query.get("how"));
  }

  override onMessage(connection: Connection, message: string | ArrayBuffer): void | Promise<void> {
    if (typeof message !== "string") {
      connection.send(`${Object.prototype.toString.call(message)} ${message.byteLength}`);
      return connection.send(message);
    }
    this.journal.push(`message ${message.slice(0, 40)}`);
    if (!message.startsWith("[")) return connection.send(`echo ${message}`);
    return runCommand(this, JSON.parse(message) as unknown[], connection).then((result) =>
      connection.send(JSON.stringify({ result: result ?? null })),
    );
  }

  override onClose(connection: Connection, code: number, reason: string, wasClean: boolean): void | Promise<void> {
    const left = [...this.getConnections()].map(({ id }) => id).sort();
    const found = this.getConnection(connection.id) !== undefined;
    this.broadcast(`left ${JSON.stringify({ id: connection.id, code, reason, wasClean, state: connection.state, left, found })}`);
    const query = new URL(connection.uri as string).searchParams;
    if (query.get("throw") === "close") fail(query.get("how"));
    if (query.has("late")) return this.ctx.storage.put("late", "stored");
  }

  override onException(error: unknown): void {
    this.journal.push(`exception ${error instanceof Error ? error.message : String(error)}`);
  }

  override onError(connection: Connection): void {
    this.journal.push(`error ${connection.id}`);
  }

  override onRequest(request: Request): Response | Promise<Response> {
    return answerRequest(this, request);
  }

  override async onAlarm(): Promise<void> {
    this.journal.push("alarm");
    const wanted = Number(/fail-alarm-(\d)/.exec(this.name)?.[1] ?? 0);
    const failures = FAILED_ALARMS.get(this.name) ?? 0;
    if (failures < wanted) {
      FAILED_ALARMS.set(this.name, failures + 1);
      throw new Error("alarm failed");
    }
    const alarms = (await this.ctx.storage.get<unknown[]>("alarms")) ?? [];
    alarms.push({ name: this.name, journal: [...this.journal], at: Date.now(), pending: await this.ctx.storage.getAlarm() });
    await this.ctx.storage.put("alarms", alarms);
    const again = await this.ctx.storage.get<number>("again");
    if (again !== undefined && alarms.length < again) await this.ctx.storage.setAlarm(Date.now() + 10);
    this.broadcast(`alarm ${alarms.length}`);
  }
}

/** Leaves memory when it is idle; its sockets stay. */
export class Sleeper extends Wakeful {
  static override options: { hibernate?: boolean } = { hibernate: true };
}

/** Has options of its own that do not speak of hibernation. */
export class QuietChild extends Sleeper {
  static override options: { hibernate?: boolean; other?: number } = { other: 1 };
}

/** Nothing but what the base class does. */
export class Bare extends Server {}
