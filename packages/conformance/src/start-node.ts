// The fixture rooms on the Node host, in this process, with a data directory of their own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveWorker } from "@inkroom/node-host";
import type { Log } from "@inkroom/rooms";
import worker, { Bare, QuietChild, Sleeper, Wakeful } from "./worker.ts";
import type { Target } from "./world.ts";

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** `hibernate: "always"` evicts hibernating rooms after every event. */
export async function startNode(hibernate: "idle" | "always"): Promise<{ readonly target: Target; stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), "inkroom-conformance-"));
  const server = await serveWorker<Record<string, unknown>>({
    worker,
    parties: { Wakeful, Sleeper, QuietChild, Bare },
    dataDir: home,
    hibernate,
    hibernateAfterMs: 150,
    log: silent,
  });
  const stop = async (): Promise<void> => {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { target: { name: `Node, hibernate ${hibernate}`, url: server.url, corsUrl: `${server.url}/open`, idleMs: 700 }, stop };
}
