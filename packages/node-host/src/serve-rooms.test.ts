// The server around the rooms: hooks, requests, starting and stopping, silent and slow peers.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { Server as NetServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serveRooms } from "./index.ts";
import { rawExchange, rawUpgrade } from "./testing/test-client.ts";
import { Parrot, silentLog, TestRooms } from "./testing/test-rooms.ts";

let rooms: TestRooms;
beforeEach(() => {
  rooms = new TestRooms();
});
afterEach(() => rooms.stop());

describe("requests to a room", () => {
  it("reach onRequest with their body, and bring back its headers", async () => {
    const { url } = await rooms.start();
    const answer = await fetch(`${url}/parties/parrot/a%20b?q`, {
      method: "POST",
      body: "hello",
      headers: { "x-partykit-room": "spoofed" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual(["a=1"]);
    expect(await answer.json()).toEqual({ name: "a%20b", env: "test", method: "POST", body: "hello", spoofed: "-" });
  });

  it("that throw are 500 without a stack, unless in development", async () => {
    const { url } = await rooms.start();
    const answer = await fetch(`${url}/parties/parrot/x?throw`);
    expect([answer.status, await answer.text()]).toEqual([500, "Internal error"]);
    await rooms.server.close();
    await rooms.start({ dev: true });
    expect(await (await fetch(`${rooms.server.url}/parties/parrot/x?throw`)).text()).toContain("secret");
  });

  it("for no room go to fetch, which may fail", async () => {
    const { url } = await rooms.start({
      fetch: (request, response) => {
        if (request.url === "/throw") throw new Error("secret");
        response.end(`page ${request.url}`);
      },
    });
    expect(await (await fetch(`${url}/parties`)).text()).toBe("page /parties");
    const failed = await fetch(`${url}/throw`);
    expect([failed.status, await failed.text()]).toEqual([500, "Internal error"]);
  });
});

describe("hooks", () => {
  const hooks = {
    onBeforeConnect: async (request: Request, lobby: { party: string; name: string }) => {
      if (request.url.includes("refuse")) return new Response("not you", { status: 403, headers: { "x-why": lobby.name } });
      if (request.url.includes("throw")) throw new Error("secret");
      if (request.url.includes("pass")) return undefined;
      const headers = new Headers(request.headers);
      headers.set("x-inkroom-grant", "edit");
      return new Request(request, { headers });
    },
    onBeforeRequest: (request: Request) => (request.method === "GET" ? undefined : new Response("read only", { status: 405 })),
  };

  it("may add headers that clients cannot", async () => {
    await rooms.start({ hooks });
    for (const [query, seen] of [
      ["?", "edit"],
      ["?pass", null],
    ] as const) {
      const a = rooms.client(`/parties/parrot/x${query}`, { "X-Inkroom-Grant": "forged", "x-partykit-props": "forged" });
      await a.next();
      a.send("field");
      expect(await a.next()).toContain(JSON.stringify({ seen }));
      await a.close();
    }
  });

  it("may answer instead of the room", async () => {
    const { port, url } = await rooms.start({ hooks });
    const upgrade = (query: string): string =>
      `GET /parties/parrot/x?${query} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`;
    const refused = await rawExchange(port, upgrade("refuse"));
    expect(refused).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    expect(refused).toMatch(/x-why: x\r\n\r\nnot you$/);
    expect(await rawExchange(port, upgrade("throw"))).toMatch(/^HTTP\/1\.1 500 [^]*Internal error$/);
    expect((await fetch(`${url}/parties/parrot/x`, { method: "PUT", body: "x" })).status).toBe(405);
    expect(rooms.server.stats()).toMatchObject({ connections: 0, rooms: { active: 0 } });
  });
});

describe("starting", () => {
  it("says which port is taken", async () => {
    const { port } = await rooms.start();
    const second = new TestRooms();
    await expect(second.start({ port })).rejects.toMatchObject({
      name: "ServeError",
      code: "port_taken",
      message: expect.stringContaining(String(port)) as string,
    });
    await second.start();
    await second.stop();
  });

  it("says that the data directory is in use, by this process or another", async () => {
    await rooms.start();
    const options = { parties: { parrot: Parrot }, env: "", dataDir: rooms.dataDir, log: silentLog };
    await expect(serveRooms(options)).rejects.toMatchObject({
      code: "data_dir_locked",
      message: expect.stringContaining(rooms.dataDir) as string,
    });
  });

  it("takes over the directory of a server that was killed", async () => {
    const child = fork(new URL("./testing/serve-in-child.ts", import.meta.url), [rooms.dataDir]);
    const [url] = (await once(child, "message")) as [string];
    expect((await fetch(`${url}/parties/parrot/x`)).status).toBe(200);
    await expect(rooms.start()).rejects.toMatchObject({ code: "data_dir_locked" });
    child.kill("SIGKILL");
    await once(child, "exit");
    await rooms.start();
  });

  it("says that the data directory cannot be written, or cannot be read", async () => {
    const file = join(rooms.dataDir, "file");
    writeFileSync(file, "");
    await expect(rooms.start({ dataDir: file })).rejects.toMatchObject({ code: "data_dir_unwritable" });
    const other = new TestRooms();
    await rooms.start({ dataDir: other.dataDir });
  });

  it("starts with a damaged index, which it makes anew", async () => {
    const { close } = await rooms.start();
    const client = await rooms.join("x");
    client.send("count");
    expect(await client.next()).toBe("count 1");
    await close();
    writeFileSync(join(rooms.dataDir, "rooms.db"), "no database at all".repeat(500));
    const again = await rooms.start();
    expect(again.storage.rooms().map(({ key }) => key)).toEqual([{ party: "parrot", name: "x" }]);
    expect(again.storage.health()).toEqual({ quarantined: 1, isFull: false });
  });

  it("rings alarms that became due while nothing ran", async () => {
    let nowMs = 1_000_000;
    let rung = (): void => {};
    class Alarmed extends Parrot {
      override async onRequest(): Promise<Response> {
        await this.ctx.storage.setAlarm(this.ctx.now() + 3_600_000);
        return new Response();
      }
      override onAlarm(): void {
        rung();
      }
    }
    const options = { parties: { alarmed: Alarmed }, now: () => nowMs };
    const { url } = await rooms.start(options);
    await (await fetch(`${url}/parties/alarmed/x`)).text();
    await rooms.server.close();
    nowMs += 4_000_000;
    const ringing = new Promise<void>((resolve) => (rung = resolve));
    await rooms.start(options);
    await ringing;
  });
});

describe("stopping", () => {
  it("closes sockets 1012, also those that never answer, and may be asked twice", async () => {
    const { port } = await rooms.start();
    const a = await rooms.join("x");
    const mute = await rawUpgrade(port, "/parties/parrot/x");
    const gone = once(mute, "close");
    mute.resume();
    await rooms.until(() => rooms.server.stats().connections === 2);
    const both = Promise.all([rooms.server.close(), rooms.server.close()]);
    expect((await a.closed).code).toBe(1012);
    await both;
    await gone;
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});

describe("peers", () => {
  it("that never answer pings are given up", async () => {
    const { port } = await rooms.start({ limits: { pingIntervalMs: 20 } });
    const alive = await rooms.join("x", "?_pk=alive");
    const silent = await rawUpgrade(port, "/parties/parrot/x?_pk=silent");
    silent.resume();
    await once(silent, "close");
    expect(await alive.take(2)).toEqual(["joined silent", "left silent 1006  false alive"]);
    alive.send("ping");
    expect(await alive.next()).toBe("pong");
  });

  it("that do not read are cut off, and cost no more than the limit", async () => {
    const { port } = await rooms.start({ limits: { maxBufferedBytes: 256 * 1024 } });
    const other = await rooms.join("x", "?_pk=other");
    const slow = await rooms.join("x", "?_pk=slow");
    expect(await other.next()).toBe("joined slow");
    slow.socket.pause();
    for (let i = 0; i < 4; i++) slow.send("flood 262144");
    expect(await other.next()).toMatch(/^left slow (1006|4503) /);
    expect(port).toBe(rooms.server.port);
  });

  it("together hold no more than the process may: whoever holds most goes, the others lose nothing", async () => {
    const MiB = 1_048_576;
    await rooms.start({ limits: { maxBufferedBytes: 256 * MiB, maxTotalBufferedBytes: 48 * MiB } });
    const watcher = await rooms.join("y", "?_pk=watcher");
    const [worst, slow] = [await rooms.join("y", "?_pk=worst"), await rooms.join("z", "?_pk=slow")];
    for (const client of [worst, slow]) client.socket.pause();
    for (let i = 0; i < 3; i++) worst.send(`flood ${MiB / 4}`);
    worst.send("others flooded");
    expect(await watcher.take(2)).toEqual(["joined worst", "worst: flooded"]);
    for (let i = 0; i < 2; i++) slow.send(`flood ${MiB / 4}`);
    expect(await watcher.next()).toMatch(/^left worst 1006 /);
    slow.socket.resume();
    expect((await slow.take(128)).every((frame) => frame.length === MiB / 4)).toBe(true);
    expect(rooms.server.stats().connections).toBe(2);
  });

  it("that wait for the hook are bounded: a further one is told to come again later", async () => {
    let letIn = (): void => {};
    let asked = 0;
    const hook = new Promise<void>((resolve) => (letIn = resolve));
    const onBeforeConnect = (): Promise<void> => {
      asked += 1;
      return hook;
    };
    const { port } = await rooms.start({ hooks: { onBeforeConnect }, limits: { maxPendingUpgrades: 2 } });
    const waiting = [rooms.client("/parties/parrot/x?_pk=a"), rooms.client("/parties/parrot/x?_pk=b")];
    await rooms.until(() => asked === 2);
    const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
    const answer = await rawExchange(
      port,
      `GET /parties/parrot/x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${key}\r\n\r\n`,
    );
    expect([answer.split("\r\n")[0], asked]).toEqual(["HTTP/1.1 503 Service Unavailable", 2]);
    expect(answer).toMatch(/retry-after: \d+/i);
    letIn();
    for (const client of waiting) expect(await client.next()).toMatch(/^hello [ab] in x$/);
  });

  it("whose hook never answers are told to come again after a while, and keep no place", async () => {
    const onBeforeConnect = (request: Request): Promise<void> | undefined => {
      return request.url.includes("stuck") ? new Promise(() => {}) : undefined;
    };
    const { port } = await rooms.start({ hooks: { onBeforeConnect }, limits: { maxPendingUpgrades: 1, upgradeLimitMs: 50 } });
    const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
    const head = `GET /parties/parrot/x?stuck HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${key}\r\n\r\n`;
    for (let round = 0; round < 3; round += 1) {
      const answer = await rawExchange(port, head);
      expect(answer.split("\r\n")[0]).toBe("HTTP/1.1 503 Service Unavailable");
      expect(answer).toMatch(/retry-after: \d+/i);
    }
    expect(await rooms.client("/parties/parrot/x?_pk=b").next()).toBe("hello b in x");
  });

  it("beyond the number that is allowed are turned away", async () => {
    const { port } = await rooms.start({ limits: { maxConnections: 1 } });
    await rooms.join("x");
    const second = rooms.client("/parties/parrot/x");
    const [, answer] = (await once(second.socket, "unexpected-response")) as [unknown, { statusCode: number }];
    expect([answer.statusCode, port]).toEqual([503, rooms.server.port]);
    second.socket.terminate();
  });
});

it("a connection that cannot be accepted is logged and ends nothing, however often", async () => {
  const listen = vi.spyOn(NetServer.prototype, "listen");
  const events: string[] = [];
  const { url } = await rooms.start({ log: { ...silentLog, error: (event) => void events.push(event) } });
  const server = listen.mock.contexts[0] as NetServer;
  listen.mockRestore();
  for (let i = 0; i < 2; i++) server.emit("error", Object.assign(new Error("accept EMFILE"), { code: "EMFILE" }));
  expect(events).toEqual(["http.accept_failed", "http.accept_failed"]);
  expect((await fetch(`${url}/parties/parrot/x`)).status).toBe(200);
});
