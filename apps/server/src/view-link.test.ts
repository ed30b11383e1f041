// A view link changes nothing: every message it can send, and the rows on disk before and after.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBoard, type TestBoard } from "./testing/board-access.ts";
import { BoardClient } from "./testing/board-client.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";
import { draw, rect } from "./testing/test-shapes.ts";

const dataDir = newDataDir();
let server: ServerProcess;
let board: TestBoard;
beforeAll(async () => {
  server = await ServerProcess.start({}, dataDir);
  board = await createBoard(server.url);
  const editor = await BoardClient.join(server.url, board);
  editor.push(1, [
    { op: "add", shape: rect({ id: "a" }) },
    { op: "add", shape: draw({ id: "b", done: false }) },
  ]);
  editor.push(2, [
    { op: "add", shape: rect({ id: "dead" }) },
    { op: "del", ids: ["dead"] },
  ]);
  await editor.next("ack", ({ n }) => n === 2);
  editor.close();
});
afterAll(() => server.dispose());

/** Every row of every table of every room file. The server must not run. */
function rowsOnDisk(): string {
  const files = readdirSync(join(dataDir, "rooms"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".db"));
  const rows = files.toSorted().map((file) => {
    const db = new DatabaseSync(join(dataDir, "rooms", file), { readOnly: true });
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    const content = tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${String(name)}"`).all()]);
    db.close();
    return [file, content];
  });
  return JSON.stringify(rows);
}

async function restartAndRead(): Promise<string> {
  server.signal("SIGTERM");
  await server.ended;
  const rows = rowsOnDisk();
  server = await ServerProcess.start({}, dataDir);
  return rows;
}

test("no message of a viewer changes a row on disk", async () => {
  const before = await restartAndRead();
  const viewer = await BoardClient.join(server.url, board, { role: "view" });
  const ops = [
    { op: "add", shape: rect({ id: "c" }) },
    { op: "set", id: "a", props: { x: 1, y: 1, rotation: 0 } },
    { op: "del", ids: ["a"] },
    { op: "restore", shape: rect({ id: "dead" }) },
    { op: "mv", id: "a", parent: "page", index: "a1" },
    { op: "pts", id: "b", off: 2, count: 0, bytes: new Uint8Array(), done: true },
  ] as const;
  ops.forEach((op, index) => viewer.push(index + 1, [op]));
  viewer.send({ t: "me", name: "Viewer", selection: ["a"] });
  viewer.send({ t: "cursor", at: [1, 1] });
  viewer.send({ t: "draft", id: "d", off: 0, bytes: new Uint8Array([0, 0]) });
  viewer.sendRaw('{"t":"push","n":1,"ops":[]}');
  viewer.sendRaw('{"t":"snap","upto":9}');
  viewer.push(99, ops);
  await viewer.next("nack", ({ n }) => n === 99);
  expect(
    viewer
      .all("nack")
      .filter(({ n }) => n > 0 && n < 99)
      .map(({ code }) => code),
  ).toEqual(Array.from({ length: 7 }, () => "forbidden"));
  expect(viewer.all("ack")).toEqual([]);
  viewer.close();
  const links = await fetch(`${server.url}/api/boards/${board.id}/links`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${board.links.view}` },
    body: '{"role":"edit"}',
  });
  expect(links.status).toBe(403);
  expect(await restartAndRead()).toBe(before);
});
