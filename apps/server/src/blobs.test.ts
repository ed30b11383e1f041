// Pictures of boards: what a real server takes, keeps and gives.
import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { MAX_BLOB_BYTES, MAX_PICTURE_PIXELS } from "@inkroom/protocol";
import { roomPath } from "@inkroom/storage/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "./exit-codes.ts";
import { getBlob, putBlob, sha256 } from "./testing/blob-client.ts";
import { createBoard, type TestBoard } from "./testing/board-access.ts";
import { pngOf } from "./testing/picture-bytes.ts";
import { runCli } from "./testing/run-cli.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";

let server: ServerProcess;
let board: TestBoard;
beforeAll(async () => {
  server = await ServerProcess.start();
  board = await createBoard(server.url);
});
afterAll(() => server.dispose());

const put = (bytes: Uint8Array<ArrayBuffer>, as: Parameters<typeof putBlob>[4] & { secret?: string } = {}): Promise<Response> =>
  putBlob(server.url, board.id, as.secret ?? board.links.edit, bytes, as);
const get = (hash: string, secret = board.links.edit): Promise<Response> => getBlob(server.url, board.id, secret, hash);
const errorOf = async (response: Response): Promise<unknown> => [response.status, ((await response.json()) as { error: unknown }).error];

test("a picture comes back as it went in, to who may look, with headers under which nothing in it runs", async () => {
  const picture = pngOf(640, 480, 3 * 1024 * 1024 + 5);
  const hash = sha256(picture);
  expect((await get(hash)).status).toBe(204);
  const answer = { hash, mime: "image/png", width: 640, height: 480, bytes: picture.length };
  for (let i = 0; i < 2; i++) {
    const stored = await put(picture, { headers: { "content-type": "text/html" } });
    expect([stored.status, await stored.json()]).toEqual([200, answer]);
  }
  const asked = (name: string): Promise<Response> =>
    fetch(`${server.url}/api/boards/${board.id}/blobs/${name}`, {
      method: "HEAD",
      headers: { authorization: `Bearer ${board.links.view}` },
    });
  expect([(await asked(hash)).status, (await asked("0".repeat(64))).status]).toEqual([200, 204]);
  const found = await get(hash, board.links.view);
  expect(found.status).toBe(200);
  expect(Object.fromEntries(found.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "private, max-age=31536000, immutable",
    vary: "authorization",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(sha256(new Uint8Array(await found.arrayBuffer()))).toBe(hash);
});

const small = pngOf(1, 1);
const markup = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
const SIDE = Math.sqrt(MAX_PICTURE_PIXELS);
test.each<[string, Uint8Array<ArrayBuffer>, Parameters<typeof putBlob>[4], unknown]>([
  ["another picture than its name says", pngOf(2, 2), { hash: sha256(small) }, [400, "bad_hash"]],
  ["markup that says it is a picture", markup, { headers: { "content-type": "image/png" } }, [415, "unsupported_media_type"]],
  ["a picture that is cut off in its header", pngOf(9, 9).slice(0, 20), {}, [415, "unsupported_media_type"]],
  ["nothing", new Uint8Array(), {}, [415, "unsupported_media_type"]],
  ["some hundred bytes that unpack to gigabytes", pngOf(60_000, 60_000), {}, [413, "too_large"]],
  ["one row of pixels too many", pngOf(Math.ceil(SIDE) + 1, Math.ceil(SIDE)), {}, [413, "too_large"]],
  ["a name that is no hash", small, { hash: "..%2f..%2fregistry.db" }, [404, "not_found"]],
  ["a hash in capitals", small, { hash: sha256(small).toUpperCase() }, [404, "not_found"]],
  ["a page of another site", small, { headers: { "sec-fetch-site": "cross-site" } }, [403, "cross_site"]],
])("is refused: %s", async (_name, bytes, as, expected) => {
  expect(await errorOf(await put(bytes, as))).toEqual(expected);
  expect((await get(as?.hash?.length === 64 ? as.hash.toLowerCase() : sha256(bytes))).status).toBe(204);
});

test("a picture at the limits is taken", async () => {
  const most = pngOf(MAX_PICTURE_PIXELS / 5_000, 5_000, MAX_BLOB_BYTES);
  expect((await put(most)).status).toBe(200);
  expect(sha256(new Uint8Array(await (await get(sha256(most))).arrayBuffer()))).toBe(sha256(most));
});

test("what a client says of its length is not believed: it is read no further than the limit", async () => {
  const address = new URL(`${server.url}/api/boards/${board.id}/blobs/${sha256(small)}`);
  const send = (headers: Record<string, string>, chunks: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const authorization = `Bearer ${board.links.edit}`;
      const request = httpRequest(address, { method: "PUT", headers: { authorization, ...headers } }, (response) => {
        resolve(response.statusCode ?? 0);
        response.resume();
        request.destroy();
      });
      request.on("error", (error: NodeJS.ErrnoException) =>
        error.code === "EPIPE" || error.code === "ECONNRESET" ? undefined : reject(error),
      );
      for (let i = 0; i < chunks; i++) request.write(new Uint8Array(1024 * 1024));
      if (chunks > 0) request.end();
      else request.flushHeaders();
    });
  expect(await send({ "transfer-encoding": "chunked" }, 11)).toBe(413);
  expect(await send({ "content-length": String(MAX_BLOB_BYTES + 1) }, 0)).toBe(413);
});

test("to look is not to add, a stranger gets what he gets of any board, and a picture is its board's only", async () => {
  const picture = pngOf(7, 7, 80, 1);
  const hash = sha256(picture);
  expect(await errorOf(await put(picture, { secret: board.links.view }))).toEqual([403, "forbidden"]);
  expect(await errorOf(await put(picture, { secret: "A".repeat(43) }))).toEqual([404, "not_found"]);
  const forged = { "x-inkroom-grant": JSON.stringify({ role: "edit", link: "forged" }) };
  expect(await errorOf(await put(picture, { secret: board.links.view, headers: forged }))).toEqual([403, "forbidden"]);
  expect((await put(picture)).status).toBe(200);
  const other = await createBoard(server.url);
  expect((await getBlob(server.url, other.id, other.links.edit, hash)).status).toBe(204);
  expect(await errorOf(await getBlob(server.url, board.id, other.links.edit, hash))).toEqual([404, "not_found"]);
  expect((await fetch(`${server.url}/parties/board/${board.id}/blobs/${hash}`, { headers: forged })).status).toBe(404);
  const deleted = await fetch(`${server.url}/api/boards/${board.id}/blobs/${hash}`, { method: "DELETE" });
  expect([deleted.status, deleted.headers.get("allow")]).toEqual([405, "GET, HEAD, PUT"]);
});

test("a picture that was answered for outlives kill -9, and goes along into a backup and out of it", async () => {
  const dataDir = newDataDir();
  const scratch = mkdtempSync(join(tmpdir(), "inkroom-blobs-"));
  let own = await ServerProcess.start({}, dataDir);
  const { id, links } = await createBoard(own.url);
  const picture = pngOf(30, 30, 2 * 1024 * 1024 + 1, 2);
  expect((await putBlob(own.url, id, links.edit, picture)).status).toBe(200);
  await own.kill();
  own = await ServerProcess.start({}, dataDir);
  const bytesOn = async (from: ServerProcess): Promise<string> =>
    sha256(new Uint8Array(await (await getBlob(from.url, id, links.view, sha256(picture))).arrayBuffer()));
  expect(await bytesOn(own)).toBe(sha256(picture));
  expect((await runCli("backup", join(scratch, "one"), "--data", dataDir)).code).toBe(EXIT.ok);
  await own.dispose();
  const fresh = newDataDir();
  expect((await runCli("restore", join(scratch, "one"), "--data", fresh)).code).toBe(EXIT.ok);
  expect((await runCli("verify", "--data", fresh)).code).toBe(EXIT.ok);
  const restored = await ServerProcess.start({}, fresh);
  expect(await bytesOn(restored)).toBe(sha256(picture));
  await restored.kill();
  const file = new DatabaseSync(roomPath(fresh, { party: "board", name: id }));
  file.exec("UPDATE blob_parts SET bytes = zeroblob(length(bytes)) WHERE part = 2");
  file.close();
  const damaged = await ServerProcess.start({}, fresh);
  expect(await errorOf(await getBlob(damaged.url, id, links.view, sha256(picture)))).toEqual([500, "internal"]);
  await damaged.dispose();
  rmSync(scratch, { recursive: true, force: true });
});
