// Files beside the rooms.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { staticFiles, webHandler } from "./index.ts";
import { rawExchange } from "./testing/test-client.ts";
import { TestRooms } from "./testing/test-rooms.ts";

let rooms: TestRooms;
let folder: string;
beforeEach(() => {
  rooms = new TestRooms();
  folder = join(rooms.dataDir, "site");
  mkdirSync(join(folder, "deep/node_modules"), { recursive: true });
  for (const [name, text] of Object.entries({
    "index.html": "<p>home",
    "deep/a b.js": "export {}",
    "deep/node_modules/x.js": "no",
    ".secret.js": "no",
    "key.pem": "no",
  }))
    writeFileSync(join(folder, name), text);
  writeFileSync(join(rooms.dataDir, "outside.txt"), "no");
  symlinkSync(join(rooms.dataDir, "outside.txt"), join(folder, "link.txt"));
});
afterEach(() => rooms.stop());

it("serves what lies in a folder with its type, and nothing else", async () => {
  const { url, port } = await rooms.start({ fetch: staticFiles({ "/": folder, "/lib": pathToFileURL(`${folder}/deep/`) }) });
  const get = async (path: string) => {
    const answer = await fetch(url + path);
    return `${answer.status} ${answer.headers.get("content-type")} ${await answer.text()}`;
  };
  expect(await get("/?q")).toBe("200 text/html; charset=utf-8 <p>home");
  for (const path of ["/deep/a%20b.js", "/deep/a%20b", "/lib/a%20b.js"])
    expect(await get(path)).toBe("200 text/javascript; charset=utf-8 export {}");
  for (const path of ["/deep", "/deep/node_modules/x.js", "/.secret.js", "/key.pem", "/link.txt", "/nothing"])
    expect(await get(path)).toContain("404");
  expect(await rawExchange(port, "GET /../outside.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toContain(" 404 ");
  expect((await fetch(url, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${url}/deep/a%20b`, { method: "HEAD" })).headers.get("content-length")).toBe("9");
});

it("leaves the rest to another handler, which may speak Fetch", async () => {
  const rest = webHandler(async (request) => new Response(`${request.method} ${await request.text()}`, { status: 201 }), {
    maxBodyBytes: 4,
  });
  const { url } = await rooms.start({ fetch: staticFiles({ "/": folder }, rest) });
  const answer = await fetch(`${url}/other`, { method: "PUT", body: "body" });
  expect([answer.status, await answer.text()]).toEqual([201, "PUT body"]);
  expect((await fetch(`${url}/other`, { method: "PUT", body: "bodies" })).status).toBe(413);
});
