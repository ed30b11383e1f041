// The server under load, in a process of its own: a board's room with all it does, or the floor: the least that one could
// write for the same picture, which relays what comes in one frame per tick to everybody, unchecked and unstored.
// Answers "usage" (CPU so far, RSS now and at its highest since the last answer) and "arrivals".
import { BoardRoom } from "@inkroom/board-room";
import { serveRooms } from "@inkroom/node-host";
import { type WebSocket, WebSocketServer } from "ws";

export type Usage = { readonly cpuMs: number; readonly rssBytes: number; readonly peakRssBytes: number };

const TICK_MS = 16;
const SAMPLE_MS = 100;
const MANY = { perSecond: 100_000, burst: 100_000 };

async function serveBoard(dataDir: string, port: number, arrivalsMs: number[]): Promise<string> {
  const onBeforeConnect = (): void => void arrivalsMs.push(performance.timeOrigin + performance.now());
  const env = { openAccess: "edit", limits: { pushes: MANY, frames: MANY, maxConnections: 5_000 } } as const;
  const { url } = await serveRooms({ parties: { board: BoardRoom }, env, dataDir, port, hooks: { onBeforeConnect } });
  return url;
}

/** [peer, length, bytes] of every message since the last tick, to all. */
async function serveFloor(): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  const sockets = new Set<WebSocket>();
  let waiting: Buffer[] = [];
  let peers = 0;
  server.on("connection", (socket) => {
    const peer = (peers += 1);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data: Buffer) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(peer);
      head.writeUInt16LE(data.length, 2);
      waiting.push(head, data);
    });
  });
  setInterval(() => {
    if (waiting.length === 0) return;
    const frame = Buffer.concat(waiting);
    waiting = [];
    for (const socket of sockets) socket.send(frame);
  }, TICK_MS);
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const [kind, dataDir = "", port = "0"] = process.argv.slice(2);
const arrivalsMs: number[] = [];
let peakRssBytes = 0;
setInterval(() => (peakRssBytes = Math.max(peakRssBytes, process.memoryUsage.rss())), SAMPLE_MS);

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const rssBytes = process.memoryUsage.rss();
  const peak = Math.max(peakRssBytes, rssBytes);
  peakRssBytes = 0;
  return { cpuMs: (user + system) / 1_000, rssBytes, peakRssBytes: peak };
}

process.on("message", (question) => {
  if (question === "stop") process.exit();
  if (question === "usage") {
    for (let i = 0; i < 3 && arrivalsMs.length === 0; i++) globalThis.gc?.();
    process.send?.(usage());
  } else process.send?.(arrivalsMs);
});
process.send?.(kind === "floor" ? await serveFloor() : await serveBoard(dataDir, Number(port), arrivalsMs));
