// Bundles a Worker with rooms and serves it by a workerd of its own, on a free port of the loopback. esbuild and workerd
// are those that come with wrangler.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

export type Workerd = {
  readonly url: string;
  readonly pid: number;
  /** kill -9, and once more on the same data. The port is another one. */
  restart(): Promise<Workerd>;
  stop(): Promise<void>;
};

export type WorkerdOptions = {
  /** File of the Worker's module. */
  readonly worker: string;
  /** Its exported classes; each is bound by its own name. */
  readonly classes: readonly string[];
  readonly rooms: RoomsPackage;
};

type Esbuild = { build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }> };

const configOf = (classes: readonly string[]): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .main), (name = "disk", disk = (path = "rooms", writable = true)) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ],
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "worker.js") ],
  compatibilityDate = "2026-06-01",
  durableObjectNamespaces = [
    ${classes.map((name) => `(className = "${name}", uniqueKey = "${name}", enableSql = true)`).join(",\n    ")}
  ],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [ ${classes.map((name) => `(name = "${name}", durableObjectNamespace = "${name}")`).join(", ")} ],
);
`;

/** What stands in for `@inkroom/rooms` in workerd. */
export type RoomsPackage = "partyserver" | "@inkroom/durable-host";

async function bundle(fromWrangler: NodeJS.Require, { worker, rooms }: WorkerdOptions): Promise<string> {
  const { build } = fromWrangler("esbuild") as Esbuild;
  const { outputFiles } = await build({
    entryPoints: [worker],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:workers"],
    plugins: [standIn(rooms)],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** The package name alone is replaced, not its subpaths: what stands in may use those itself. */
function standIn(rooms: RoomsPackage): object {
  const path = rooms === "partyserver" ? fileURLToPath(import.meta.resolve(rooms)) : join(import.meta.dirname, "../index.ts");
  type Build = { onResolve(options: { filter: RegExp }, found: () => { path: string }): void };
  return { name: "stand-in", setup: (build: Build) => build.onResolve({ filter: /^@inkroom\/rooms$/ }, () => ({ path })) };
}

/** Resolves when requests are served; rejects where workerd does not run. */
export async function startWorkerd(options: WorkerdOptions): Promise<Workerd> {
  const fromWrangler = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  const { default: binary } = fromWrangler("workerd") as { default: string };
  const home = mkdtempSync(join(tmpdir(), "inkroom-workerd-"));
  writeFileSync(join(home, "worker.js"), await bundle(fromWrangler, options));
  writeFileSync(join(home, "config.capnp"), configOf(options.classes));
  mkdirSync(join(home, "rooms"));
  return serve(binary, home);
}

async function serve(binary: string, home: string): Promise<Workerd> {
  // Its stderr is not shown: fixture rooms fail on purpose, which workerd reports at length.
  const child = spawn(binary, ["serve", "config.capnp", "--control-fd=3"], { cwd: home, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const gone = once(child, "exit");
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  const stop = async (): Promise<void> => {
    await kill();
    rmSync(home, { recursive: true, force: true });
  };
  const restart = async (): Promise<Workerd> => {
    await kill();
    return serve(binary, home);
  };
  try {
    const port = await Promise.race([listeningPort(child.stdio[3] as Readable), gone.then(() => undefined)]);
    if (port === undefined) throw new Error(`workerd ended with ${child.exitCode ?? child.signalCode}`);
    return { url: `http://127.0.0.1:${port}`, pid: child.pid as number, restart, stop };
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
