// A class as it was written for the older PartyKit, served by the rooms.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RoomsServer } from "@inkroom/node-host";
import type { Log } from "@inkroom/rooms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { servePartykit } from "./index.ts";
import type * as Party from "./index.ts";

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };
let lives = 0;

class Main implements Party.Server {
  readonly options: Party.ServerOptions = { hibernate: true };
  readonly room: Party.Room;
  loaded = "";

  constructor(room: Party.Room) {
    this.room = room;
    lives++;
    void room.blockConcurrencyWhile(async () => {
      this.loaded = (await room.storage.get<string>("text")) ?? "nothing";
    });
  }

  static onBeforeConnect(request: Party.Request, lobby: Party.Lobby) {
    const { searchParams } = new URL(request.url);
    if (searchParams.has("refuse")) throw new Error(`not in ${lobby.id}`);
    if (searchParams.has("odd")) throw "odd" as unknown as Error; // reason: authors do
    return new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-user": String(lobby.env["USER"]) } });
  }

  static onBeforeRequest(request: Party.Request) {
    return request.method === "DELETE" ? new Response("kept", { status: 405 }) : request;
  }

  static async onFetch(request: Party.Request, lobby: Party.FetchLobby) {
    const { pathname } = new URL(request.url);
    if (pathname === "/counter") return lobby.parties["counter"]?.get("a").fetch("/deep", { method: "POST" }) as Promise<Response>;
    return new Response(`fetched ${pathname}`, { status: 203 });
  }

  getConnectionTags() {
    return ["all"];
  }

  onConnect(connection: Party.Connection, { request }: Party.ConnectionContext) {
    const { room } = this;
    if (request.url.includes("fail")) throw new Error("secret");
    connection.send(
      [room.id, room.internalID, room.name, request.headers.get("x-user"), this.loaded, room.connections.has(connection.id)].join(" "),
    );
  }

  async onMessage(message: string | ArrayBuffer, sender: Party.Connection) {
    if (message === "ask") return sender.send((await (await this.room.context.parties["counter"]?.get("b").fetch())?.text()) ?? "");
    if (message === "alarm") return this.room.storage.setAlarm(0);
    await this.room.storage.put("text", message);
    this.room.broadcast(`${String(message)} from ${[...this.room.getConnections("all")].length}`, [sender.id]);
  }

  onClose(connection: Party.Connection) {
    this.room.broadcast(`left ${connection.id}`);
  }

  onAlarm() {
    this.room.broadcast(`alarm in ${this.room.id}`);
  }

  onRequest(request: Party.Request): Response {
    if (request.url.includes("teapot")) throw Object.assign(new Error("short and stout"), { code: 418 });
    if (request.url.includes("fail")) throw new Error("secret");
    return new Response(`hello from ${this.room.id}`);
  }
}

class Counter implements Party.Server {
  #count = 0;

  onRequest(request: Party.Request) {
    return new Response(`${request.method} ${new URL(request.url).pathname} ${++this.#count}`);
  }
}

/** Reaches a room of another party by a socket of its own, and hears its messages by a listener. */
class Relay implements Party.Server {
  readonly room: Party.Room;

  constructor(room: Party.Room) {
    this.room = room;
  }

  async onConnect(connection: Party.Connection) {
    connection.addEventListener("message", ({ data }) => connection.send(`heard ${String(data)}`));
    const socket = await this.room.context.parties["main"]?.get("x").socket("/deep?_pk=relay");
    socket?.addEventListener("message", ({ data }) => connection.send(`relayed ${String(data)}`));
  }
}

class Client {
  readonly socket: WebSocket;
  readonly closed: Promise<string>;
  readonly #heard: string[] = [];
  #wake = (): void => {};

  constructor(path: string) {
    this.socket = new WebSocket(server.url.replace("http", "ws") + path);
    this.socket.addEventListener("message", ({ data }) => {
      this.#heard.push(String(data));
      this.#wake();
    });
    this.closed = new Promise((resolve) => this.socket.addEventListener("close", ({ code, reason }) => resolve(`${code} ${reason}`)));
  }

  async next(): Promise<string> {
    while (this.#heard.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#heard.shift() as string;
  }
}

let dataDir: string;
let server: RoomsServer;
beforeEach(async () => {
  lives = 0;
  dataDir = mkdtempSync(join(tmpdir(), "inkroom-partykit-"));
  mkdirSync(join(dataDir, "site"));
  writeFileSync(join(dataDir, "site/page.txt"), "a page");
  server = await servePartykit({
    main: Main,
    parties: { counter: Counter, relay: Relay },
    env: { USER: "ann" },
    serve: join(dataDir, "site"),
    dataDir,
    log: quiet,
    hibernate: "always",
  });
});
afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a room", () => {
  it("has the older names, and gets the message before its sender", async () => {
    const ann = new Client("/party/x?_pk=ann");
    expect(await ann.next()).toBe("x main/x main ann nothing true");
    const bea = new Client("/parties/main/x?_pk=bea");
    await bea.next();
    ann.socket.send("hi");
    expect(await bea.next()).toBe("hi from 2");
    ann.socket.close();
    expect(await bea.next()).toBe("left ann");
    bea.socket.send("alarm");
    expect(await bea.next()).toBe("alarm in x");
    const cai = new Client("/party/x");
    expect(await cai.next()).toContain("hi true"); // loaded by a later instance before anything else
  });

  it("reaches rooms of other parties by a socket, and may listen to its connections", async () => {
    const client = new Client("/parties/relay/a");
    expect(await client.next()).toBe("relayed x main/x main ann nothing true");
    client.socket.send("hi");
    expect(await client.next()).toBe("heard hi");
  });

  it("without onConnect and onMessage takes no connection", async () => {
    expect(await new Client("/parties/counter/a").closed).toBe("1011 Uncaught exception in onConnect");
  });

  it("hibernates if its instance says so", async () => {
    const ann = new Client("/party/x");
    await ann.next();
    ann.socket.send("alarm");
    await ann.next();
    expect(lives).toBeGreaterThan(1);
    expect(server.stats().woken).toBe(lives - 1);
  });

  it("reaches rooms of other parties by fetch", async () => {
    const ann = new Client("/party/x");
    await ann.next();
    ann.socket.send("ask");
    expect(await ann.next()).toBe("GET /parties/counter/b 1");
    expect(await (await fetch(`${server.url}/counter`)).text()).toBe("POST /parties/counter/a/deep 1");
  });

  it("closes a connection whose onConnect throws with 1011 and no frame", async () => {
    const ann = new Client("/party/x?fail");
    expect(await ann.closed).toBe("1011 Uncaught exception in onConnect");
    const nobody = new Client("/parties/counter/x");
    expect(await nobody.closed).toMatch(/^1011 /);
  });

  it("answers requests, with the status that an error asks for", async () => {
    const get = async (path: string, method = "GET") => {
      const answer = await fetch(server.url + path, { method });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await get("/party/x")).toBe("200 hello from x");
    expect(await get("/party/x?teapot")).toBe("418 short and stout");
    expect(await get("/party/x?fail")).toBe("500 Internal error");
    expect(await get("/party/x", "DELETE")).toBe("405 kept");
  });
});

describe("static hooks", () => {
  it("refuse with 401 and the message when they throw", async () => {
    for (const [query, body] of [
      ["refuse", "not in x"],
      ["odd", "Unauthorized"],
    ] as const) {
      const answer = await upgradeRefusal(`/party/x?${query}`);
      expect([answer.status, answer.body]).toEqual([401, body]);
    }
    expect(lives).toBe(0);
  });

  it("leave files to the folder and everything else to onFetch", async () => {
    expect(await (await fetch(`${server.url}/page.txt`)).text()).toBe("a page");
    const other = await fetch(`${server.url}/other`);
    expect([other.status, await other.text()]).toEqual([203, "fetched /other"]);
  });
});

/** The HTTP answer to an upgrade, which browsers' WebSockets do not show. */
async function upgradeRefusal(path: string): Promise<{ status: number; body: string }> {
  const { request } = await import("node:http");
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    "sec-websocket-version": "13",
  };
  return new Promise((resolve, reject) => {
    const asked = request(server.url + path, { headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += String(chunk))).on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on("error", reject).end();
  });
}
