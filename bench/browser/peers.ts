// The pages of the products that are compared with: installed and built on demand, served on the loopback.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { makeStrokes } from "./strokes.ts";

const HOME = join(import.meta.dirname, "peers");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

export const PEERS = ["tldraw", "excalidraw"] as const;
export type PeerName = (typeof PEERS)[number];

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: HOME, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}

/** Installs the products beside the benchmark, which no other command does. */
export function buildPeers(): void {
  if (!existsSync(join(HOME, "node_modules/tldraw"))) run("npm", ["install"]);
  if (!existsSync(join(HOME, "dist"))) run(process.execPath, ["node_modules/vite/bin/vite.js", "build"]);
}

/** At `/strokes-N.json` there are N strokes, as a product would have them stored. They are written before anything is measured. */
export async function servePeers(counts: readonly number[]): Promise<{ readonly url: string; stop(): void }> {
  const strokeFiles = new Map(counts.map((count) => [`/strokes-${count}.json`, Buffer.from(JSON.stringify(makeStrokes(count)))]));
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const strokes = strokeFiles.get(path);
    if (strokes !== undefined) return response.writeHead(200, { "content-type": TYPES[".json"] }).end(strokes);
    readFile(join(HOME, "dist", path)).then(
      (body) => response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

/** Name and version of each, as installed. */
export async function peerVersion(name: PeerName): Promise<string> {
  const folder = name === "tldraw" ? "tldraw" : "@excalidraw/excalidraw";
  const { version } = JSON.parse(await readFile(join(HOME, "node_modules", folder, "package.json"), "utf8")) as { version: string };
  return version;
}
