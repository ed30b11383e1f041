// The server under test, in a process of its own: rooms, or a bare `ws` server that does the same work without them.
// Answers questions of its parent about memory and time: "memory", "cpu", "stats".
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveRooms } from "@inkroom/node-host";
import { serveBare } from "./bare-server.ts";
import { Relay, Sleeper } from "./rooms-under-test.ts";

export type Memory = { readonly rssBytes: number; readonly heapBytes: number };
export type Cpu = { readonly cpuUs: number };

async function serveWithRooms(hibernateAfterMs: number): Promise<{ url: string; stats: () => unknown; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "inkroom-bench-rooms-"));
  const limits = { maxConnections: 20_000, pingIntervalMs: 600_000 }; // open files stay as they are by default
  const server = await serveRooms({ parties: { sleeper: Sleeper, relay: Relay }, dataDir, hibernateAfterMs, limits });
  const stop = async (): Promise<void> => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stats: () => server.stats(), stop };
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
const server =
  kind === "rooms"
    ? await serveWithRooms(Number(hibernateAfterMs))
    : { ...(await serveBare(kind === "bare gathering")), stats: () => ({}) };
process.on("message", (question) => {
  if (question === "stop") {
    void server.stop().then(() => process.exit());
    return;
  }
  process.send?.(question === "memory" ? memory() : question === "cpu" ? cpu() : server.stats());
});
process.send?.(server.url);
