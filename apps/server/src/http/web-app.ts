// The built web app, read into memory once at start. A request can only name a file that was found then,
// so there is no path to traverse.
import { createHash } from "node:crypto";
import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { cacheOf, pageFile, securityHeaders } from "@inkroom/board-access";

type Body = { readonly encoding: "br" | "gzip" | "identity"; readonly bytes: Buffer };
type WebFile = {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly html: boolean;
  readonly bodies: readonly Body[];
};

export type WebApp = {
  /** Files found; 0 where the app was not built. */
  readonly files: number;
  /** Answers GET and HEAD of `path`; false where it is none of the app's. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSIBLE = new Set([".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".wasm", ".webmanifest"]);
/** Smaller files are sent as they are. */
const MIN_COMPRESS_BYTES = 1_024;

/** Reads every file under `dir`; takes ready-made .br and .gz files where they exist and compresses text otherwise. */
export async function loadWebApp(dir: string, publicUrl: string): Promise<WebApp> {
  const found = existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : [];
  const paths = found.filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name)).map((entry) => pathOf(dir, entry));
  const files = new Map(await Promise.all(paths.map(async (path) => [path, await loadFile(dir, path)] as const)));
  return {
    files: files.size,
    serve(request, response, path) {
      const file = files.get(pageFile(path));
      if (file === undefined) return false;
      send(request, response, file, securityHeaders(publicUrl, request.headers.host));
      return true;
    },
  };
}

function pathOf(dir: string, entry: Dirent): string {
  return `/${relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/")}`;
}

async function loadFile(dir: string, path: string): Promise<WebFile> {
  const bytes = readFileSync(join(dir, path));
  const extension = extname(path);
  const bodies: Body[] = [{ encoding: "identity", bytes }];
  if (COMPRESSIBLE.has(extension) && bytes.length >= MIN_COMPRESS_BYTES) {
    bodies.unshift(
      { encoding: "br", bytes: await readyMade(dir, `${path}.br`, () => brotli(bytes)) },
      { encoding: "gzip", bytes: await readyMade(dir, `${path}.gz`, () => promisify(gzip)(bytes)) },
    );
  }
  return {
    type: TYPES[extension] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    cache: cacheOf(path),
    html: extension === ".html",
    bodies,
  };
}

async function readyMade(dir: string, path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  return existsSync(join(dir, path)) ? readFileSync(join(dir, path)) : make();
}

function brotli(bytes: Buffer): Promise<Buffer> {
  // Quality 5: a start must not wait seconds for the last few percent; a build may put better .br files beside.
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function send(request: IncomingMessage, response: ServerResponse, file: WebFile, security: Record<string, string>): void {
  const accepted = String(request.headers["accept-encoding"] ?? "")
    .split(",")
    .map((part) => part.split(";")[0]?.trim());
  const body = file.bodies.find((candidate) => candidate.encoding === "identity" || accepted.includes(candidate.encoding));
  if (body === undefined) return;
  const headers: Record<string, string | number> = {
    ...security,
    "content-type": file.type,
    "cache-control": file.cache,
    vary: "accept-encoding",
  };
  if (!file.html) headers["etag"] = file.etag;
  if (!file.html && request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  if (body.encoding !== "identity") headers["content-encoding"] = body.encoding;
  headers["content-length"] = body.bytes.length;
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : body.bytes);
}
