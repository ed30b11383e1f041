// The server under test, in a process of its own: rooms, or a bare `ws` server that does the same work without them.
// Answers questions of its parent about memory and time: "memory", "cpu", "stats".
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveRooms } from "@inkroom/node-host";
import { Server } from "@inkroom/rooms";
import type { Connection } from "@inkroom/rooms";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";

export type Memory = { readonly rssBytes: number; readonly heapBytes: number };
export type Cpu = { readonly cpuUs: number };

class Sleeper extends Server {
  static override options = { hibernate: true };
  #count = 0;

  override async onStart(): Promise<void> {
    this.#count = (await this.ctx.storage.get<number>("count")) ?? 0;
  }

  override async onMessage(sender: Connection): Promise<void> {
    await this.ctx.storage.put("count", ++this.#count);
    sender.send(String(this.#count));
  }
}

class Relay extends Server {
  override onMessage(_sender: Connection, message: string | ArrayBuffer): void {
    this.broadcast(message);
  }
}

async function serveWithRooms(hibernateAfterMs: number): Promise<{ url: string; stats: () => unknown; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "inkroom-bench-rooms-"));
  const limits = { maxConnections: 20_000, maxOpenFiles: 1_100, pingIntervalMs: 600_000 };
  const server = await serveRooms({ parties: { sleeper: Sleeper, relay: Relay }, dataDir, hibernateAfterMs, limits });
  const stop = async (): Promise<void> => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stats: () => server.stats(), stop };
}

/** What one would write without a room server: each message to every socket. */
async function serveBare(): Promise<{ url: string; stats: () => unknown; stop: () => Promise<void> }> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  const sockets = new Set<WebSocket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data, binary) => {
      for (const each of sockets) if (each.readyState === each.OPEN) each.send(data, { binary });
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, stats: () => ({}), stop: async () => server.close() };
}

/** After collections, so that what is counted is what is held. */
function memory(): Memory {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rssBytes: rss, heapBytes: heapUsed };
}

function cpu(): Cpu {
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system };
}

const [kind, hibernateAfterMs] = process.argv.slice(2);
const server = kind === "bare" ? await serveBare() : await serveWithRooms(Number(hibernateAfterMs));
process.on("message", (question) => {
  if (question === "stop") {
    void server.stop().then(() => process.exit());
    return;
  }
  process.send?.(question === "memory" ? memory() : question === "cpu" ? cpu() : server.stats());
});
process.send?.(server.url);
