// Bundles the fixture worker and serves it by a workerd of its own, on a free port of the loopback. esbuild and workerd
// are those that come with wrangler.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

export type Workerd = { readonly url: string; stop(): Promise<void> };

type Esbuild = { build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }> };

const CLASSES = ["Wakeful", "Sleeper", "QuietChild", "Bare"];

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .main), (name = "disk", disk = (path = "rooms", writable = true)) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ],
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "worker.js") ],
  compatibilityDate = "2026-06-01",
  durableObjectNamespaces = [
    ${CLASSES.map((name) => `(className = "${name}", uniqueKey = "${name}", enableSql = true)`).join(",\n    ")}
  ],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [ ${CLASSES.map((name) => `(name = "${name}", durableObjectNamespace = "${name}")`).join(", ")} ],
);
`;

async function bundle(fromWrangler: NodeJS.Require): Promise<string> {
  const { build } = fromWrangler("esbuild") as Esbuild;
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:workers"],
    alias: { "@inkroom/rooms": "partyserver" },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Resolves when requests are served; rejects where workerd does not run. */
export async function startWorkerd(): Promise<Workerd> {
  const fromWrangler = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  const { default: binary } = fromWrangler("workerd") as { default: string };
  const home = mkdtempSync(join(tmpdir(), "inkroom-workerd-"));
  writeFileSync(join(home, "worker.js"), await bundle(fromWrangler));
  writeFileSync(join(home, "config.capnp"), CONFIG);
  mkdirSync(join(home, "rooms"));
  // Its stderr is not shown: fixture rooms fail on purpose, which workerd reports at length.
  const child = spawn(binary, ["serve", "config.capnp", "--control-fd=3"], { cwd: home, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const gone = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const port = await Promise.race([listeningPort(child.stdio[3] as Readable), gone.then(() => undefined)]);
    if (port === undefined) throw new Error(`workerd ended with ${child.exitCode ?? child.signalCode}`);
    return { url: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads workerd's control messages, one JSON object per line. */
async function listeningPort(control: Readable): Promise<number | undefined> {
  let text = "";
  for await (const chunk of control) {
    text += String(chunk);
    for (const line of text.split("\n").slice(0, -1)) {
      const message = JSON.parse(line) as { readonly event: string; readonly port?: number };
      if (message.event === "listen") return message.port;
    }
  }
  return undefined;
}
