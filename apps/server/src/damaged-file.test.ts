// A damaged board in a running server: it is shown as of its last good state, nobody may change it, and nobody else notices.
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { roomPath } from "@inkroom/storage/sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBoard, type TestBoard } from "./testing/board-access.ts";
import { BoardClient, hashOf } from "./testing/board-client.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

const dataDir = newDataDir();
let server: ServerProcess;
let hurt: TestBoard;
let whole: TestBoard;
const pathOf = (board: TestBoard): string => roomPath(dataDir, { party: "board", name: board.id });

async function draw(board: TestBoard, count: number): Promise<string> {
  const ann = await BoardClient.join(server.url, board, { proof: "ann-is-the-author" });
  const { lastN } = await ann.next("welcome");
  for (let n = lastN + 1; n <= lastN + count; n++) ann.push(n, [{ op: "add", shape: rect({ id: `s${n}` }) }]);
  await ann.next("ack", ({ n }) => n === lastN + count);
  ann.close();
  return (await hashOf(server.url, board)).hash;
}

/** Stops the server, changes the board's file, and starts it again. */
async function damage(board: TestBoard, sql: string): Promise<void> {
  server.signal("SIGTERM");
  await server.ended;
  const file = new DatabaseSync(pathOf(board));
  file.exec(sql);
  file.close();
  server = await ServerProcess.start({}, dataDir);
}

/** The first joins may be thrown out where the damage is met only while the board is read. */
async function joinDamaged(board: TestBoard): Promise<BoardClient> {
  for (let tries = 0; tries < 3; tries++) {
    const client = await BoardClient.join(server.url, board, { proof: "ann-is-the-author" }).catch(() => undefined);
    if (client !== undefined) return client;
  }
  throw new Error("the board did not open");
}

beforeAll(async () => {
  server = await ServerProcess.start({}, dataDir);
  [hurt, whole] = [await createBoard(server.url), await createBoard(server.url)];
});
afterAll(() => server.dispose());

test("a board whose log is damaged behind its checkpoint is shown up to there, and keeps pushes for later", async () => {
  const before = await draw(hurt, 55);
  const other = await draw(whole, 3);
  await damage(hurt, "UPDATE _cf_log SET body = x'0190' WHERE seq = 53");
  const ann = await joinDamaged(hurt);
  expect(await ann.next("welcome")).toMatchObject({ head: 52, lastN: 52, role: "view", damaged: true, mode: "snapshot" });
  ann.push(53, [{ op: "add", shape: rect({ id: "again" }) }]);
  expect(await ann.next("nack")).toMatchObject({ n: 53, code: "storage" });
  expect(ann.board().size).toBe(52);
  ann.close();
  expect((await hashOf(server.url, hurt)).hash).not.toBe(before);
  expect((await hashOf(server.url, whole)).hash).toBe(other);
  await draw(whole, 2);
  expect(server.lines.filter((line) => line.includes('"storage.quarantined"'))).toHaveLength(1);
  const kept = readdirSync(dirname(pathOf(hurt))).filter((name) => name.includes(".corrupt-"));
  expect(kept.filter((name) => name.endsWith(".json"))).toHaveLength(1);
});

test("a board whose checkpoint is damaged is made anew from its log", async () => {
  const board = await createBoard(server.url);
  const before = await draw(board, 60);
  await damage(board, "UPDATE _cf_bytes SET v = x'00' WHERE k = 'e/s7'");
  (await joinDamaged(board)).close();
  expect((await hashOf(server.url, board)).hash).toBe(before);
});

test("a board whose old history is damaged is whole", async () => {
  const board = await createBoard(server.url);
  const before = await draw(board, 60);
  await damage(board, "UPDATE _cf_log SET body = x'0190' WHERE seq = 7");
  const reader = await joinDamaged(board);
  const { epoch } = await reader.next("welcome");
  reader.close();
  // Somebody who was there until just before the damage asks for what it has missed.
  const returning = await BoardClient.connect(server.url, board);
  returning.send(returning.hello({ since: 5, epoch, tip: `${reader.clientId}.5` }));
  const closed = await Promise.race([returning.closed, returning.next("peers").then(() => 0)]);
  expect([0, 4500]).toContain(closed);
  (await joinDamaged(board)).close();
  expect((await hashOf(server.url, board)).hash).toBe(before);
});
