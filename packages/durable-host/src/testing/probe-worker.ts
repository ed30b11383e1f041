// A Worker with one room that shows what this host adds to Durable Objects.
import { routePartykitRequest, Server } from "@inkroom/rooms";
import type { Connection, RoomRequest, RoomResponse } from "@inkroom/rooms";
import { type Step, takeSteps } from "./log-steps.ts";

type Command = readonly [verb: string, argument?: unknown];

export class ProbeRoom extends Server {
  static override options = { hibernate: true };

  /** Lives and dies with the instance. */
  readonly #seen: string[] = [];

  override async onRequest(request: RoomRequest): Promise<RoomResponse> {
    const [verb, argument] = (await request.json()) as Command;
    return this.ctx.newResponse(JSON.stringify((await this.#run(verb, argument)) ?? null), { status: 200 });
  }

  override onMessage(connection: Connection, message: string | ArrayBuffer): void {
    if (message === "fail") {
      this.#seen.push("failing");
      this.ctx.storage.bytes.put("half", Uint8Array.of(1));
      throw new Error("half way");
    }
    connection.send(
      `${this.ctx.connections
        .list()
        .map(({ id }) => id)
        .join(" ")}: ${String(message)}`,
    );
    if (message === "all") this.ctx.connections.broadcast("to all", [connection.id]);
  }

  /** As the board does: what a hook has left half done is thrown away. */
  override onException(error: unknown): void {
    this.#seen.push(String(error));
    if (this.#seen.includes("failing")) this.ctx.abort("a hook failed");
  }

  async #run(verb: string, argument: unknown): Promise<unknown> {
    const { storage } = this.ctx;
    switch (verb) {
      case "steps":
        return takeSteps(storage, argument as readonly Step[]);
      case "who":
        return [this.ctx.party, this.ctx.name, this.name, Math.abs(this.ctx.now() - Date.now()) < 1_000];
      case "seen":
        return this.#seen;
      case "see":
        return this.#seen.push(String(argument));
      case "timers":
        return this.#timers();
      case "forget": {
        await storage.put("k", 1);
        await storage.setAlarm(Date.now() + 3_600_000);
        await storage.deleteAll();
        return [(await storage.list()).size, (await storage.getAlarm()) !== null, storage.log.head()];
      }
      case "undo":
        return this.#undone();
      default:
        return "unknown";
    }
  }

  async #timers(): Promise<string[]> {
    const cancel = this.ctx.setTimer(0, () => void this.#seen.push("cancelled"));
    cancel();
    await new Promise<void>((resolve) => {
      this.ctx.setTimer(0, () => {
        this.#seen.push("rang");
        this.ctx.setTimer(1, resolve);
        throw new Error("in a timer");
      });
    });
    return this.#seen;
  }

  /** A transaction that throws takes the log back with everything else. */
  async #undone(): Promise<unknown> {
    const { storage } = this.ctx;
    const before = storage.log.head();
    const entry = { client: "undone", n: 1, body: new Uint8Array(), ts: 1 };
    const outcome = await storage
      .transaction(async () => {
        storage.log.append(entry);
        await storage.put("undone", 1);
        throw new Error("no");
      })
      .catch((error: unknown) => String(error));
    return [outcome, storage.log.head() - before, (await storage.get("undone")) ?? null, storage.log.append(entry) - before];
  }
}

const app = {
  async fetch(request: Request, env: Record<string, unknown>): Promise<Response> {
    const answer = await routePartykitRequest(request, env);
    return (answer as Response | null) ?? new Response("Not found", { status: 404 });
  },
};

// oxlint-disable-next-line import/no-default-export -- reason: workerd asks for one
export default app;
