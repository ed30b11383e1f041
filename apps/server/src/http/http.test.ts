import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createAttempts,
  createBoardApi,
  createHealth,
  createLinks,
  createTickets,
  type Health,
  MAX_BODY_BYTES,
} from "@inkroom/board-access";
import { openRegistry, type Registry } from "../access/registry.ts";
import { createJsonLog } from "../json-log.ts";
import { createHttpHandler } from "./handler.ts";
import { loadWebApp } from "./web-app.ts";

const lines: string[] = [];
let dir = "";
let server: Server;
let url = "";
let registry: Registry;
let health: Health;
let diskWrites = true;
const tickets = createTickets({ now: () => 0, lifetimeMs: 30_000 });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "inkroom-http-"));
  const web = join(dir, "dist");
  mkdirSync(join(web, "assets"), { recursive: true });
  writeFileSync(join(web, "index.html"), "<!doctype html><title>Inkroom</title>");
  writeFileSync(join(web, "assets/app-Ab12Cd34.js"), `/* ${"app ".repeat(1_000)} */`);
  writeFileSync(join(web, "assets/app-Ab12Cd34.js.br"), "ready-made");
  writeFileSync(join(dir, "secret.txt"), "outside");
  registry = openRegistry(join(dir, "data"), () => 1);
  health = createHealth({
    probe: () => {
      if (!diskWrites) throw new Error("disk");
    },
    now: () => 0,
    everyMs: 0,
  });
  const attempts = (limit: number) => createAttempts({ limit, windowMs: 1_000, now: () => 0 });
  const api = createBoardApi({
    links: createLinks(registry),
    tickets,
    creations: attempts(20),
    issues: attempts(3),
    failures: attempts(30),
    moderations: attempts(5),
    room: () => new Response(null, { status: 204 }), // pictures are tested with their rooms
  });
  const log = createJsonLog({ level: "debug", now: () => 0, write: (line) => lines.push(line) });
  server = createServer(createHttpHandler({ api, health, web: await loadWebApp(web, ""), trustProxy: 1, log }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // reason: a server listening on TCP has an AddressInfo.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  registry.close();
  rmSync(dir, { recursive: true, force: true });
});

let visitors = 0;
/** A POST from an address of its own, so that tests do not share limits. */
function post(path: string, body: unknown = {}, headers: Record<string, string> = {}) {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": `10.0.0.${(visitors += 1)}`, ...headers },
    body: JSON.stringify(body),
  };
  return fetch(url + path, init);
}
async function newBoard(): Promise<{ id: string; links: { edit: string; view: string } }> {
  // reason: the API's answer, checked by the first test.
  return (await (await post("/api/boards")).json()) as { id: string; links: { edit: string; view: string } };
}
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** A request as typed: fetch would normalise the path. */
function raw(path: string, method = "GET", headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const request = httpRequest(url, { path, method, headers }, (response) => {
    let body = "";
    response.on("data", (chunk: Buffer) => (body += chunk.toString()));
    response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
  });
  request.on("error", reject).end();
  return promise;
}

test("POST /api/boards makes a board with two links", async () => {
  const response = await post("/api/boards");
  expect(response.status).toBe(201);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    id: expect.stringMatching(/^[\w-]{22}$/),
    links: { edit: expect.stringMatching(/^[\w-]{43}$/), view: expect.stringMatching(/^[\w-]{43}$/) },
  });
});

test("a link secret is exchanged for a ticket of its role", async () => {
  const board = await newBoard();
  const response = await post(`/api/boards/${board.id}/tickets`, {}, bearer(board.links.view));
  const body = (await response.json()) as { ticket: string };
  expect(response.status).toBe(200);
  expect(body).toEqual({ ticket: expect.any(String), role: "view", expiresInMs: 30_000 });
  expect(tickets.redeem(body.ticket, board.id)?.role).toBe("view");
});

test("an unknown board, a malformed id and a wrong secret get the same answer", async () => {
  const board = await newBoard();
  const answers = await Promise.all(
    [
      `/api/boards/${board.id}/tickets`,
      `/api/boards/${"A".repeat(22)}/tickets`,
      "/api/boards/__proto__/tickets",
      "/api/boards/..%2f/tickets",
    ].map(async (path) => {
      const response = await post(path, {}, bearer("B".repeat(43)));
      return [response.status, await response.text()];
    }),
  );
  expect(new Set(answers.map(String))).toEqual(new Set(['404,{"error":"not_found"}']));
});

test("tickets per address are limited", async () => {
  const board = await newBoard();
  const statuses = [];
  for (let i = 0; i < 4; i++)
    statuses.push(
      (await post(`/api/boards/${board.id}/tickets`, {}, { "x-forwarded-for": "10.8.8.8", ...bearer(board.links.edit) })).status,
    );
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test("the edit link makes further links, the view link does not", async () => {
  const board = await newBoard();
  const made = await post(`/api/boards/${board.id}/links`, { role: "view" }, bearer(board.links.edit));
  expect([made.status, ((await made.json()) as { role: string }).role]).toEqual([201, "view"]);
  expect((await post(`/api/boards/${board.id}/links`, { role: "edit" }, bearer(board.links.view))).status).toBe(403);
  expect((await post(`/api/boards/${board.id}/links`, { role: "owner" }, bearer(board.links.edit))).status).toBe(400);
});

type Variant = { readonly headers?: Record<string, string>; readonly method?: string; readonly body?: string | undefined };
test.each<[string, Variant, number]>([
  ["no JSON content type", { headers: { "content-type": "text/plain" } }, 415],
  ["a cross-site form", { headers: { "sec-fetch-site": "cross-site" } }, 403],
  ["no JSON", { body: "{" }, 400],
  ["a list", { body: "[]" }, 400],
  ["unknown fields", { body: '{"id":"x"}' }, 400],
  ["a prototype", { body: '{"__proto__":{"role":"edit"}}' }, 400],
  ["a body at the limit", { body: `{}${" ".repeat(MAX_BODY_BYTES - 2)}` }, 201],
  ["a body over the limit", { body: `{}${" ".repeat(MAX_BODY_BYTES - 1)}` }, 413],
  ["GET", { method: "GET", body: undefined }, 405],
])("POST /api/boards with %s: %i", async (_name, init, status) => {
  const headers = { "content-type": "application/json", "x-forwarded-for": `10.0.1.${(visitors += 1)}`, ...init.headers };
  const method = "method" in init ? init.method : "POST";
  const body = "body" in init ? init.body : "{}";
  expect((await fetch(`${url}/api/boards`, { method, headers, ...(body === undefined ? {} : { body }) })).status).toBe(status);
});

test("boards per address and wrong secrets per address are limited", async () => {
  const from = { "x-forwarded-for": "10.9.9.9" };
  const made = [];
  for (let i = 0; i < 21; i++) made.push((await post("/api/boards", {}, from)).status);
  expect(made.filter((status) => status === 201)).toHaveLength(20);
  expect(made.at(-1)).toBe(429);
  const tried = [];
  for (let i = 0; i < 31; i++)
    tried.push((await post(`/api/boards/${"C".repeat(22)}/tickets`, {}, { ...from, ...bearer("D".repeat(43)) })).status);
  expect(tried.filter((status) => status === 404)).toHaveLength(30);
  expect(tried.at(-1)).toBe(429);
});

test("the web app answers / and /b/<id>, with strict headers and never from a cache", async () => {
  for (const path of ["/", "/b/AAAAAAAAAAAAAAAAAAAAAA"]) {
    const response = await fetch(url + path);
    expect([response.status, await response.text()]).toEqual([200, "<!doctype html><title>Inkroom</title>"]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(response.headers.get("content-security-policy")).toContain(`connect-src 'self' ${url.replace("http", "ws")}`);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  }
});

test("hashed assets are immutable and come compressed, ready-made where the build left them", async () => {
  const response = await fetch(`${url}/assets/app-Ab12Cd34.js`, { headers: { "accept-encoding": "gzip" } });
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(await response.text()).toContain("app app");
  const again = await fetch(`${url}/assets/app-Ab12Cd34.js`, { headers: { "if-none-match": response.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  expect((await raw("/assets/app-Ab12Cd34.js", "GET", { "accept-encoding": "br" })).body).toBe("ready-made");
});

test.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/assets/../../secret.txt",
  "//secret.txt",
  "/assets/%2e%2e/%2e%2e/secret.txt",
  "/b/../../secret.txt",
  "/b/a/b",
  "/index.html/..",
  "/.env",
])("%s is not found", async (path) => {
  expect((await raw(path)).status).toBe(404);
});

test("malformed percent-encoding is a bad request", async () => {
  expect((await raw("/%E0%A4%A")).status).toBe(400);
});

test("only GET and HEAD reach the web app", async () => {
  expect((await raw("/", "PUT")).status).toBe(405);
  expect(await raw("/", "HEAD")).toEqual({ status: 200, body: "" });
});

test("health is up; readiness follows the disk and the drain", async () => {
  const status = async (path: string) => (await raw(path)).status;
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 200]);
  diskWrites = false;
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
  diskWrites = true;
  expect(await status("/readyz")).toBe(200);
  health.drain();
  expect(await status("/readyz")).toBe(503);
});

test("the log has routes and statuses, no secret, no whole board id and no query", async () => {
  const board = await newBoard();
  await post(`/api/boards/${board.id}/tickets?canary=query-canary`, {}, bearer(board.links.edit));
  await raw(`/b/${board.id}?ticket=ticket-canary`);
  const all = lines.join("");
  expect(all).toContain(`/api/boards/${board.id.slice(0, 8)}…/tickets`);
  for (const secret of [board.links.edit, board.links.view, board.id, "query-canary", "ticket-canary"]) expect(all).not.toContain(secret);
});
