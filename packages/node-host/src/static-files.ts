// Serves folders of files beside the rooms: the page of an example, and modules from node_modules that it imports.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { pathOf } from "./web-request.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const JS = "text/javascript; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": JS,
  ".mjs": JS,
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const METHODS = new Set(["GET", "HEAD"]);

/**
 * For the `fetch` option of `serveRooms`: `{ "/": "public", "/npm/x/": new URL(...) }` serves each folder below its path.
 * The files are listed once, here: what is added later is not served, and no path of a request ever reaches the disk.
 * Files of unknown type, dot files, links and `node_modules` are left out. `index.html` answers for its folder, and a
 * module also without its extension. Everything else goes to `otherwise`, by default 404. Throws if a folder is absent.
 */
export function staticFiles(mounts: Readonly<Record<string, string | URL>>, otherwise: Handler = notFound): Handler {
  const files = new Map(Object.entries(mounts).flatMap(([path, folder]) => filesBelow(path, folder)));
  return async (request, response) => {
    const file = files.get(pathOf(request) ?? "");
    if (file === undefined) return otherwise(request, response);
    if (!METHODS.has(request.method ?? "")) {
      response.writeHead(405, { allow: "GET, HEAD" }).end("Method not allowed");
      return;
    }
    const body = await readFile(file);
    const headers = { "content-type": TYPES[extname(file)], "content-length": body.byteLength, "x-content-type-options": "nosniff" };
    response.writeHead(200, headers).end(body);
  };
}

function notFound(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end("Not found");
}

function filesBelow(path: string, folder: string | URL): [string, string][] {
  const root = folder instanceof URL ? fileURLToPath(folder) : folder;
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry): [string, string][] => {
    const file = join(entry.parentPath, entry.name);
    const segments = relative(root, file).split(sep);
    const isHidden = segments.some((segment) => segment.startsWith(".") || segment === "node_modules");
    if (!entry.isFile() || isHidden || TYPES[extname(file)] === undefined) return [];
    const url = prefix + segments.map(encodeURIComponent).join("/");
    const short = url.replace(/(?:(?<=\/)index\.html|\.m?js)$/, "");
    return short === url
      ? [[url, file]]
      : [
          [short, file],
          [url, file],
        ];
  });
}
