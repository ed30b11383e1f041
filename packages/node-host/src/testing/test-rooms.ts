// A server of the rooms below, on a free port and in a directory of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server } from "@inkroom/rooms";
import type { Connection, ConnectionContext, Log, RoomRequest } from "@inkroom/rooms";
import { serveRooms } from "../index.ts";
import type { RoomsServer, ServeRoomsOptions } from "../index.ts";
import { TestClient } from "./test-client.ts";

/** Does what messages say: `<verb> <argument>`. Written so that it works whether or not it is evicted between events. */
export class Parrot extends Server<string> {
  static override options = { hibernate: true };
  field = 0;

  override getConnectionTags(_connection: Connection, { request }: ConnectionContext): string[] {
    const tag = new URL(request.url).searchParams.get("tag");
    return tag === null ? [] : [tag];
  }

  override async onConnect(connection: Connection, { request }: ConnectionContext): Promise<void> {
    if (request.url.includes("throw=sync")) throw new Error("secret");
    await this.ctx.storage.get("anything");
    if (request.url.includes("throw=later")) throw "secret" as unknown as Error; // reason: the host must survive it
    connection.setState({ seen: request.headers.get("x-inkroom-grant") });
    connection.send(`hello ${connection.id} in ${this.name}`);
    this.broadcast(`joined ${connection.id}`, [connection.id]);
  }

  override async onMessage(connection: Connection, message: string | ArrayBuffer): Promise<void> {
    if (typeof message !== "string") return connection.send(new Uint8Array(message).map((byte) => byte + 1));
    const [verb, argument = ""] = message.split(" ");
    switch (verb) {
      case "field":
        return connection.send(`field ${++this.field} ${JSON.stringify(connection.state)} ${connection.tags.join("/")}`);
      case "put":
        return this.ctx.storage.put("value", new Map([["at", argument]]));
      case "get":
        return connection.send(String((await this.ctx.storage.get<Map<string, string>>("value"))?.get("at")));
      case "count": {
        const count = ((await this.ctx.storage.get<number>("count")) ?? 0) + 1;
        await this.ctx.storage.put("count", count);
        return connection.send(`count ${count}`);
      }
      case "others":
        return this.broadcast(`${connection.id}: ${argument}`, [connection.id]);
      case "to": {
        const [id = "", text = ""] = argument.split("=");
        return this.getConnection(id)?.send(text);
      }
      case "tagged":
        return connection.send([...this.getConnections(argument)].map(({ id }) => id).join());
      case "state":
        try {
          connection.setState("x".repeat(Number(argument)));
          return connection.send("kept");
        } catch (error) {
          return connection.send((error as { code: string }).code);
        }
      case "close":
        return connection.close(Number(argument), "é".repeat(100));
      case "flood":
        for (let i = 0; i < 64; i++) connection.send(new Uint8Array(Number(argument)));
        return;
      case "throw":
        throw new Error("secret");
      default:
        return connection.send(`unknown ${verb}`);
    }
  }

  override async onClose(connection: Connection, code: number, reason: string, wasClean: boolean): Promise<void> {
    this.broadcast(`left ${connection.id} ${code} ${reason} ${wasClean} ${[...this.getConnections()].map(({ id }) => id).join()}`);
    if (code === 1005 || code === 1006) connection.close(code, reason); // as naive code does: must do no harm
    await this.ctx.storage.put("left", connection.id);
  }

  override async onRequest(request: RoomRequest): Promise<Response> {
    if (request.url.includes("throw")) throw new Error("secret");
    const spoofed = request.headers.get("x-partykit-room") ?? "-";
    return Response.json(
      {
        name: this.name,
        env: this.env,
        method: request.method,
        body: await request.text(),
        left: await this.ctx.storage.get("left"),
        spoofed,
      },
      { headers: { "set-cookie": "a=1" } },
    );
  }
}

/** Stays in memory while someone is connected. */
class Wakeful extends Parrot {
  static override options = { hibernate: false };
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export class TestRooms {
  readonly dataDir = mkdtempSync(join(tmpdir(), "inkroom-host-"));
  server!: RoomsServer;

  async start(options: Partial<ServeRoomsOptions<string>> = {}): Promise<RoomsServer> {
    this.server = await serveRooms<string>({
      parties: { parrot: Parrot, wakeful: Wakeful, main: Parrot },
      env: "test",
      dataDir: this.dataDir,
      log: silentLog,
      ...options,
    });
    return this.server;
  }

  async stop(): Promise<void> {
    await this.server.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** A client whose hello was received. */
  async join(room: string, query = "", party = "parrot"): Promise<TestClient> {
    const client = this.client(`/parties/${party}/${room}${query}`);
    await client.next();
    return client;
  }

  client(path: string, headers: Record<string, string> = {}): TestClient {
    return new TestClient(`ws://127.0.0.1:${this.server.port}${path}`, { headers });
  }

  /** Resolves when `holds` does, looking again after every turn of the event loop. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve));
  }
}
