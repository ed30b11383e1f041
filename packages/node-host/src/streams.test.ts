// Answers of rooms that are made bit by bit.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import { Server } from "@inkroom/rooms";
import type { Connection, RoomRequest } from "@inkroom/rooms";
import { serveWorker } from "./index.ts";
import { TestRooms } from "./testing/test-rooms.ts";

const PIECE_BYTES = 65_536;

/** What the rooms of one test have done, and the streams that are open. */
const seen = { pulls: 0, cancelled: 0, lives: 0 };
let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

class Streamer extends Server<unknown> {
  static override options = { hibernate: true };

  override onStart(): void {
    seen.lives++;
  }

  override async onRequest(request: RoomRequest): Promise<Response> {
    await this.ctx.storage.put("asked", true);
    switch (new URL(request.url).searchParams.get("kind")) {
      case "fed":
        return new Response(new ReadableStream({ start: (made) => void (feed = made), cancel: () => void seen.cancelled++ }));
      case "endless":
        return new Response(
          new ReadableStream({
            pull(made) {
              seen.pulls++;
              made.enqueue(new Uint8Array(PIECE_BYTES));
            },
            cancel: () => void seen.cancelled++,
          }),
        );
      case "fails-at-once":
        return new Response(new ReadableStream({ pull: () => Promise.reject(new Error("secret")) }));
      case "text": // not bytes
        return new Response(new ReadableStream({ start: (made) => made.enqueue("text" as never) }));
      case "used": {
        const response = new Response("used");
        await response.text();
        return response;
      }
      case "foreign": {
        const { status, headers } = new Response(null, { status: 203 });
        return { status, headers, arrayBuffer: async () => bytes("foreign").buffer } as unknown as Response; // reason: as of another implementation of Fetch
      }
      default:
        return new Response("short", { headers: { "x-kind": "short" } });
    }
  }

  override onMessage(connection: Connection): void {
    connection.send("here");
  }

  /** Asks another room and looks at nothing but the status. */
  async ask(kind: string): Promise<number> {
    const { STREAMER } = this.env as { STREAMER: { getByName(name: string): { fetch(request: Request): Promise<Response> } } };
    return (await STREAMER.getByName("asked").fetch(new Request(`http://x/?kind=${kind}`))).status;
  }
}

const rooms = new TestRooms();
afterEach(async () => {
  await rooms.stop();
  Object.assign(seen, { pulls: 0, cancelled: 0, lives: 0 });
  feed = undefined;
});

const start = (hibernate: "idle" | "always" = "idle") =>
  rooms.start({ parties: { streamer: Streamer as never }, hibernateAfterMs: 20, hibernate });
const urlOf = (kind: string): string => `${rooms.server.url}/parties/streamer/room?kind=${kind}`;
const text = ({ value }: { value: Uint8Array | undefined }): string => new TextDecoder().decode(value);

describe("the body of an answer", () => {
  it.each(["idle", "always"] as const)(
    "goes out as it is made, and keeps its room awake until it ends (hibernate: %s)",
    async (hibernate) => {
      const server = await start(hibernate);
      const response = await fetch(urlOf("fed")); // resolves although there is no piece yet
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      for (const piece of ["one", "two", "three"]) {
        feed?.enqueue(bytes(piece));
        expect(text(await reader.read())).toBe(piece);
        await new Promise((resolve) => setTimeout(resolve, 50)); // longer than two idle periods: what must not happen has had its time
        expect(server.stats().rooms.active).toBe(1);
      }
      feed?.close();
      expect((await reader.read()).done).toBe(true);
      await rooms.until(() => server.stats().rooms.active === 0);
      expect(seen.lives).toBe(1);
    },
  );

  it("has a length where it is short, and leaves the room free to sleep", async () => {
    const server = await start("always");
    const response = await fetch(urlOf("short"));
    expect([response.headers.get("content-length"), response.headers.get("x-kind"), await response.text()]).toEqual([
      "5",
      "short",
      "short",
    ]);
    await rooms.until(() => server.stats().rooms.active === 0);
  });

  it("may be one of a response that has no streams", async () => {
    await start();
    const response = await fetch(urlOf("foreign"));
    expect([response.status, await response.text()]).toEqual([203, "foreign"]);
  });

  it("is given up when the client goes away", async () => {
    const server = await start();
    const gone = new AbortController();
    const response = await fetch(urlOf("fed"), { signal: gone.signal });
    feed?.enqueue(bytes("one"));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect(text(await reader.read())).toBe("one");
    gone.abort();
    await rooms.until(() => seen.cancelled === 1 && server.stats().rooms.active === 0);
  });

  it("is made no faster than it is read", async () => {
    await start();
    const response = await fetch(urlOf("endless"));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    // Read one megabyte, then nothing: what is made beyond that is what the buffers on the way hold.
    for (let left = 1_048_576; left > 0;) left -= (await reader.read()).value?.byteLength ?? left;
    let before = -1;
    while (before !== seen.pulls) {
      before = seen.pulls;
      await new Promise((resolve) => setTimeout(resolve, 100)); // until no more are made
    }
    expect(seen.pulls * PIECE_BYTES).toBeLessThan(32 * 1_048_576);
    await reader.cancel();
    await rooms.until(() => seen.cancelled === 1);
  });

  it("is a 500 if it fails before its first piece or was used before, and a broken connection later", async () => {
    await start();
    for (const kind of ["fails-at-once", "text", "used"]) {
      const response = await fetch(urlOf(kind));
      expect([kind, response.status, await response.text()]).toEqual([kind, 500, "Internal error"]);
    }
    const response = await fetch(urlOf("fed"));
    feed?.enqueue(bytes("one"));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect([response.status, text(await reader.read())]).toEqual([200, "one"]);
    feed?.error(new Error("secret"));
    await expect(reader.read()).rejects.toThrow();
    expect(await (await fetch(urlOf("short"))).text()).toBe("short");
  });

  it("is not sent to those who ask for the headers only", async () => {
    const server = await start();
    const response = await fetch(urlOf("endless"), { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    await rooms.until(() => seen.cancelled === 1 && server.stats().rooms.active === 0);
  });

  it("is cut when the server stops", async () => {
    const server = await start();
    const response = await fetch(urlOf("fed"));
    feed?.enqueue(bytes("one"));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect(text(await reader.read())).toBe("one");
    await server.close();
    await expect(reader.read()).rejects.toThrow();
    expect(seen.cancelled).toBe(1);
  });

  it("that a caller does not read keeps no room awake: a short one at once, another when the caller has dropped it", async () => {
    await rooms.start();
    await rooms.server.close();
    const server = await serveWorker({
      worker: { fetch: () => new Response("nothing") },
      parties: { STREAMER: Streamer },
      dataDir: `${rooms.dataDir}/worker`,
      hibernateAfterMs: 20,
    });
    try {
      expect(await server.rooms.call("streamer", "asking", "ask", ["short"])).toBe(200);
      await rooms.until(() => server.stats().rooms.active === 0);
      expect(await server.rooms.call("streamer", "asking", "ask", ["endless"])).toBe(200);
      setFlagsFromString("--expose-gc");
      const collect = runInNewContext("gc") as () => void;
      await rooms.until(() => {
        collect();
        return server.stats().rooms.active === 0;
      });
    } finally {
      await server.close();
    }
  });
});
