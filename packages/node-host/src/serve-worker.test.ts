// An application as it stands in a partyserver project, over real HTTP and sockets.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { getServerByName, routePartykitRequest, Server } from "@inkroom/rooms";
import type { Connection, ConnectionContext, PartyServerOptions, RoomNamespace } from "@inkroom/rooms";
import { silentLog } from "./testing/test-rooms.ts";
import { TestClient } from "./testing/test-client.ts";
import { serveWorker } from "./serve-worker.ts";
import type { WorkerContext } from "./serve-worker.ts";
import type { RoomsServer } from "./options.ts";

type Env = { readonly MyRoom: RoomNamespace<MyRoom>; readonly OTHER_ROOM: RoomNamespace<MyRoom>; readonly word: string };
type Props = { readonly greeting: string };

class MyRoom extends Server<Env, Props> {
  static override options = { hibernate: true };
  greeting = "none";
  override onStart(props?: Props): void {
    if (props !== undefined) this.greeting = props.greeting;
  }
  override onConnect(connection: Connection, { request }: ConnectionContext): void {
    connection.send(`${this.greeting} ${connection.id} ${request.headers.get("x-added")} ${this.env.word}`);
  }
  override async onRequest(request: Request): Promise<Response> {
    const other = await getServerByName(this.env.OTHER_ROOM, "other", { props: { greeting: "hi" } });
    return new Response(`${this.name} ${request.method} ${JSON.stringify(await other.add(1, 2))}`, { headers: { "x-own": "1" } });
  }
  add(a: number, b: number): { sum: number; greeting: string } {
    return { sum: a + b, greeting: this.greeting };
  }
}

function workerWith(options: PartyServerOptions) {
  return {
    async fetch(request: Request, env: Env): Promise<Response> {
      return (await routePartykitRequest(request, env, options)) ?? new Response("elsewhere", { status: 404 });
    },
  };
}

let dataDir: string;
let server: RoomsServer;
const start = async (options: PartyServerOptions = {}): Promise<void> => {
  const parties = { MyRoom, OTHER_ROOM: MyRoom };
  server = await serveWorker<Env>({ worker: workerWith(options), parties, env: { word: "w" }, dataDir, log: silentLog });
};
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${server.url}${path}`, init);
const join1 = (path: string): TestClient => new TestClient(`ws://127.0.0.1:${server.port}${path}`);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "inkroom-worker-"));
});
afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a partyserver application on Node", () => {
  it("brings requests and sockets to the room that the URL names", async () => {
    await start({ props: { greeting: "Grüße" } });
    const response = await get("/parties/my-room/a%20b/rest", { method: "POST" });
    expect(await response.text()).toBe('a%20b POST {"sum":3,"greeting":"hi"}');
    expect(await join1("/parties/other-room/x?_pk=me").next()).toBe("Grüße me null w");
    expect(server.stats().connections).toBe(1);
  });

  it("leaves other paths to the application and refuses unknown parties", async () => {
    await start({ cors: true });
    expect((await get("/parties/my-room")).status).toBe(404);
    const unknown = await get("/parties/My-Room/x");
    expect([unknown.status, await unknown.text(), unknown.headers.get("access-control-allow-origin")]).toEqual([
      400,
      "Invalid request",
      null,
    ]);
    expect((await join1("/elsewhere").closed).code).toBe(1006);
  });

  it("routes below another prefix", async () => {
    await start({ prefix: "api/rooms" });
    expect((await get("/api/rooms/my-room/x")).status).toBe(200);
    expect((await get("/parties/my-room/x")).status).toBe(404);
  });

  it("answers preflights before the hooks, and opens every other answer", async () => {
    await start({ cors: true, onBeforeRequest: () => new Response("no", { status: 403 }) });
    const preflight = await get("/parties/my-room/x", { method: "OPTIONS" });
    expect([preflight.status, preflight.headers.get("access-control-max-age")]).toEqual([200, "86400"]);
    const refused = await get("/parties/my-room/x");
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([403, "*"]);
  });

  it("takes cors headers of the application's own", async () => {
    await start({ cors: new Headers({ "Access-Control-Allow-Origin": "https://a.test" }) });
    const response = await get("/parties/my-room/x");
    expect([response.headers.get("access-control-allow-origin"), response.headers.get("x-own")]).toEqual(["https://a.test", "1"]);
  });

  it("lets hooks see the class, replace the request, refuse it or throw", async () => {
    const seen: unknown[] = [];
    await start({
      onBeforeConnect(request, lobby) {
        seen.push({ ...lobby });
        if (request.url.includes("refuse")) return new Response("no", { status: 403 });
        if (request.url.includes("throw")) throw new Error("secret");
        const changed = new Request(request);
        changed.headers.set("x-added", "yes");
        return changed;
      },
    });
    expect(await join1("/parties/other-room/x?_pk=me").next()).toBe("none me yes w");
    expect(seen).toEqual([{ className: "OTHER_ROOM", party: "other-room", name: "x" }]);
    for (const query of ["refuse", "throw"]) expect((await join1(`/parties/my-room/x?${query}`).closed).code).toBe(1006);
  });

  it("refuses ids that no connection may have", async () => {
    await start();
    expect((await join1(`/parties/my-room/x?_pk=${"x".repeat(200)}`).closed).code).toBe(1006);
  });

  it("reaches a room by an address, too, as a stub on Durable Objects is asked", async () => {
    const worker = {
      async fetch(request: Request, env: Env): Promise<Response> {
        const room = await getServerByName(env.MyRoom, "lobby");
        const asked = new URL(request.url).searchParams.get("by");
        if (asked === "text") return room.fetch("http://room/", { method: "PUT", body: "x" });
        if (asked === "url") return room.fetch(new URL("http://room/"));
        return room.fetch(request, { method: "DELETE" });
      },
    };
    server = await serveWorker<Env>({ worker, parties: { MyRoom, OTHER_ROOM: MyRoom }, env: { word: "w" }, dataDir, log: silentLog });
    const said = async (by: string): Promise<string> => (await (await get(`/?by=${by}`)).text()).split(" {")[0] as string;
    expect([await said("text"), await said("url"), await said("request")]).toEqual(["lobby PUT", "lobby GET", "lobby DELETE"]);
  });

  it("hears in its log of what it left to waitUntil, and of what cannot be printed", async () => {
    const circular: { self?: object } = {};
    circular.self = circular;
    const worker = {
      fetch(request: Request, _env: Env, context: WorkerContext): Response {
        if (request.url.endsWith("/throw")) throw circular as Error; // reason: the host must survive it
        context.waitUntil(Promise.reject(circular as Error));
        context.waitUntil(undefined as unknown as Promise<unknown>);
        return new Response("fine");
      },
    };
    const lines: string[] = [];
    const spy = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    try {
      server = await serveWorker<Env>({ worker, parties: { MyRoom }, env: { word: "w" }, dataDir });
      expect([(await get("/throw")).status, (await get("/")).status]).toEqual([500, 200]);
    } finally {
      spy.mockRestore();
    }
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(["http.failed", "worker.wait_until_failed"]);
  });

  it("need not hand its env on: it is that of the application whose fetch is running", async () => {
    const worker = {
      async fetch(request: Request): Promise<Response> {
        await new Promise((resolve) => setImmediate(resolve));
        return (await routePartykitRequest(new Request(request))) ?? new Response("elsewhere", { status: 404 });
      },
    };
    const serve = (word: string): Promise<RoomsServer> =>
      serveWorker<Env>({ worker, parties: { MyRoom }, env: { word }, dataDir: join(dataDir, word), log: silentLog });
    const greeting = (of: RoomsServer): Promise<unknown> => new TestClient(`ws://127.0.0.1:${of.port}/parties/my-room/x?_pk=me`).next();
    const [first, second] = [await serve("first"), await serve("second")];
    expect(await Promise.all([greeting(first), greeting(second)])).toEqual(["none me null first", "none me null second"]);
    const elsewhere = new Request("http://x/parties/my-room/x");
    await expect(routePartykitRequest(elsewhere)).rejects.toThrow(TypeError); // which of the two?
    await first.close();
    server = second; // closed with the others
    expect((await routePartykitRequest(new Request("http://x/parties/none/x")))?.status).toBe(400); // the only one that is served
  });
});
