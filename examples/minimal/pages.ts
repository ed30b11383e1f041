// Serves the page of the example and, from node_modules, the PartySocket module that it imports: no bundler.
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";

const JS = "text/javascript; charset=utf-8";
const page = (file: string): URL => new URL(`public/${file}`, import.meta.url);
const partysocket = (file: string): URL => new URL(file, import.meta.resolve("partysocket"));

// Only these can be asked for, so no path can lead elsewhere.
const FILES: ReadonlyMap<string, { readonly file: URL; readonly type: string }> = new Map([
  ["/", { file: page("index.html"), type: "text/html; charset=utf-8" }],
  ["/page.js", { file: page("page.js"), type: JS }],
  ["/partysocket/index.js", { file: partysocket("index.js"), type: JS }],
  ["/partysocket/ws.js", { file: partysocket("ws.js"), type: JS }],
]);

export async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = FILES.get((request.url ?? "").split("?")[0] ?? "");
  if (found === undefined) {
    response.writeHead(404).end("Not found");
    return;
  }
  response.writeHead(200, { "content-type": found.type, "x-content-type-options": "nosniff" }).end(await readFile(found.file));
}
