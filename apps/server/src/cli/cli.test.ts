// inkroom verify, backup, restore and repair, as processes beside a real server and without one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { roomPath } from "@inkroom/storage/sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EXIT } from "../exit-codes.ts";
import { createBoard, type TestBoard } from "../testing/board-access.ts";
import { BoardClient, hashOf } from "../testing/board-client.ts";
import { runCli } from "../testing/run-cli.ts";
import { newDataDir, ServerProcess } from "../testing/server-process.ts";
import { rect } from "../testing/test-shapes.ts";
import { type Manifest, sha256Of } from "./backup.ts";

const FAST = { INKROOM_PUSHES_PER_SECOND: "100000", INKROOM_PUSH_BURST: "100000" };
let dataDir: string;
let scratch: string;
let server: ServerProcess;
beforeEach(async () => {
  dataDir = newDataDir();
  scratch = mkdtempSync(join(tmpdir(), "inkroom-cli-"));
  server = await ServerProcess.start(FAST, dataDir);
});
afterEach(async () => {
  await server.dispose();
  rmSync(scratch, { recursive: true, force: true });
});

const inkroom = (...args: string[]): ReturnType<typeof runCli> => runCli(...args, "--data", dataDir);
const pathOf = (board: TestBoard): string => roomPath(dataDir, { party: "board", name: board.id });

async function draw(board: TestBoard, count: number): Promise<{ hash: string; epoch: string }> {
  const ann = await BoardClient.join(server.url, board, { proof: "ann-is-the-author" });
  const { lastN, epoch } = await ann.next("welcome");
  for (let n = lastN + 1; n <= lastN + count; n++) ann.push(n, [{ op: "add", shape: rect({ id: `s${n}` }) }]);
  await ann.next("ack", ({ n }) => n === lastN + count);
  ann.close();
  return { hash: (await hashOf(server.url, board)).hash, epoch };
}

async function stop(): Promise<void> {
  server.signal("SIGTERM");
  await server.ended;
}

function hurt(path: string, sql: string): void {
  const file = new DatabaseSync(path);
  file.exec(sql);
  file.close();
}

test("a backup of a running server, while people draw, is whole and can be restored into an empty directory", async () => {
  const board = await createBoard(server.url);
  const before = await draw(board, 30);
  const bea = await BoardClient.join(server.url, board, { proof: "bea-draws-meanwhile" });
  let drawn = 0;
  const keepDrawing = setInterval(() => bea.push((drawn += 1), [{ op: "add", shape: rect({ id: `bea-${drawn}` }) }]), 2);
  const { code, output } = await inkroom("backup", join(scratch, "one"));
  clearInterval(keepDrawing);
  expect([code, output]).toEqual([EXIT.ok, `1 rooms in ${join(scratch, "one")}, 0 failed.\n`]);
  await bea.next("ack", ({ n }) => n === drawn);
  bea.close();
  // reason: written by the program under test; its fields are compared below.
  const manifest = JSON.parse(readFileSync(join(scratch, "one", "manifest.json"), "utf8")) as Manifest;
  expect(manifest.rooms).toMatchObject([{ party: "board", name: board.id, epoch: before.epoch, seq: expect.any(Number) }]);
  expect(manifest.rooms[0]?.seq).toBeGreaterThanOrEqual(30);
  await stop();
  rmSync(dataDir, { recursive: true });
  expect((await inkroom("restore", join(scratch, "one"))).code).toBe(EXIT.start); // there is no data directory
  writeFileSync(join(scratch, "keep"), "");
  const fresh = newDataDir();
  const restored = await runCli("restore", join(scratch, "one"), "--data", fresh);
  expect([restored.code, restored.output]).toEqual([EXIT.ok, expect.stringContaining("1 rooms restored")]);
  server = await ServerProcess.start(FAST, fresh);
  const visitor = await BoardClient.join(server.url, board, { role: "view" });
  const welcome = await visitor.next("welcome");
  expect(welcome.head).toBe(manifest.rooms[0]?.seq);
  expect(welcome.epoch).not.toBe(before.epoch);
  expect(visitor.board().size).toBe(welcome.head);
  visitor.close();
});

test("one room goes back to its backup, the others stay, and what was there is kept", async () => {
  const [board, other] = [await createBoard(server.url), await createBoard(server.url)];
  const before = await draw(board, 5);
  await draw(other, 3);
  await stop();
  expect((await inkroom("backup", join(scratch, "two"))).code).toBe(EXIT.ok); // of a stopped server
  server = await ServerProcess.start(FAST, dataDir);
  await draw(board, 5);
  const later = await draw(other, 4);
  expect((await inkroom("restore", join(scratch, "two"), "--room", board.id)).output).toContain("Stop the server first");
  await stop();
  expect((await inkroom("restore", join(scratch, "two"), "--room", board.id)).code).toBe(EXIT.ok);
  server = await ServerProcess.start(FAST, dataDir);
  expect([(await hashOf(server.url, board)).hash, (await hashOf(server.url, other)).hash]).toEqual([before.hash, later.hash]);
  const kept = readdirSync(join(pathOf(board), "..")).filter((name) => name.includes(".before-restore-"));
  expect(kept).toHaveLength(1);
});

test("a backup that is not whole, or not as it was written, restores nothing", async () => {
  const board = await createBoard(server.url);
  const { hash } = await draw(board, 5);
  await inkroom("backup", join(scratch, "three"));
  const [file = ""] = readdirSync(join(scratch, "three", "rooms"));
  const path = join(scratch, "three", "rooms", file);
  const content = readFileSync(path);
  content[5_000] = (content[5_000] ?? 0) ^ 1;
  writeFileSync(path, content);
  await stop();
  expect(await inkroom("restore", join(scratch, "three"))).toMatchObject({
    code: EXIT.start,
    output: expect.stringContaining("not as it was written"),
  });
  rmSync(join(scratch, "three", "manifest.json"));
  expect(await inkroom("restore", join(scratch, "three"))).toMatchObject({
    code: EXIT.start,
    output: expect.stringContaining("no whole backup"),
  });
  server = await ServerProcess.start(FAST, dataDir);
  expect((await hashOf(server.url, board)).hash).toBe(hash);
});

test("a backup with a room that cannot be read restores none of them, and leaves nothing lying about", async () => {
  const boards = [await createBoard(server.url), await createBoard(server.url)];
  for (const board of boards) await draw(board, 5);
  const from = join(scratch, "five");
  await inkroom("backup", from);
  for (const board of boards) await draw(board, 5);
  await stop();
  // Its last room is damaged, and its sha256 was written of that.
  const manifest = JSON.parse(readFileSync(join(from, "manifest.json"), "utf8")) as Manifest;
  const path = join(from, manifest.rooms.at(-1)?.file ?? "");
  hurt(path, "UPDATE _cf_log SET body = x'0190' WHERE seq = 3");
  const rooms = manifest.rooms.map((room, i) => (i === 0 ? room : { ...room, sha256: sha256Of(path) }));
  writeFileSync(join(from, "manifest.json"), JSON.stringify({ ...manifest, rooms }));
  const files = (): string[] => readdirSync(dataDir, { recursive: true, encoding: "utf8" }).toSorted();
  const [filesBefore, before] = [files(), boards.map((board) => sha256Of(pathOf(board)))];
  expect(await inkroom("restore", from)).toMatchObject({ code: EXIT.start, output: expect.stringContaining("The checksum of entry 3") });
  expect([files(), boards.map((board) => sha256Of(pathOf(board)))]).toEqual([filesBefore, before]);
});

test("verify names a damaged room, on a running and on a stopped server, and changes nothing; repair makes it writable", async () => {
  const [board, other] = [await createBoard(server.url), await createBoard(server.url)];
  await draw(board, 20);
  await draw(other, 3);
  expect(await inkroom("verify", "--deep")).toEqual({ code: EXIT.ok, output: "2 rooms read row by row, 0 with something wrong.\n" });
  await stop();
  hurt(pathOf(board), "UPDATE _cf_log SET body = x'0190' WHERE seq = 12");
  const before = readFileSync(pathOf(board));
  const stopped = await inkroom("verify", "--deep", board.id);
  expect(stopped).toMatchObject({ code: EXIT.start, output: expect.stringContaining(`${board.id}: The checksum of entry 12`) });
  expect(readFileSync(pathOf(board)).equals(before)).toBe(true);
  expect((await inkroom("verify")).code).toBe(EXIT.ok); // its tables are whole; only rows tell
  server = await ServerProcess.start(FAST, dataDir);
  expect((await inkroom("verify", "--deep")).output).toContain("entry 12");
  expect((await inkroom("repair", board.id)).output).toContain("Stop the server first");
  await stop();
  const repaired = await inkroom("repair", board.id);
  expect(repaired).toMatchObject({ code: EXIT.ok, output: expect.stringContaining("Entries 1 to 11 of 20 are kept") });
  expect(repaired.output).toContain("can be written to again, from transaction 11 on");
  expect((await inkroom("verify", "--deep")).code).toBe(EXIT.ok);
  server = await ServerProcess.start(FAST, dataDir);
  await draw(board, 2);
  expect((await hashOf(server.url, board)).board.size).toBe(13);
});

test("the admin socket belongs to the owner of the data alone, and goes with the server", async () => {
  const socket = join(dataDir, "admin.sock");
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  await stop();
  expect(readdirSync(dataDir)).not.toContain("admin.sock");
});

test("a socket that a killed server has left behind is no server", async () => {
  const board = await createBoard(server.url);
  await draw(board, 3);
  await server.kill();
  expect(readdirSync(dataDir)).toContain("admin.sock");
  expect((await inkroom("verify", "--deep")).code).toBe(EXIT.ok);
  server = await ServerProcess.start(FAST, dataDir);
});

test("a server that dies in the middle of a backup loses nothing, and the backup says that it is none", async () => {
  const board = await createBoard(server.url);
  const { hash } = await draw(board, 20);
  await stop();
  server = await ServerProcess.start({ ...FAST, INKROOM_FAILPOINT: "mid_backup:1" }, dataDir);
  const { code } = await inkroom("backup", join(scratch, "four"));
  expect([code, await server.ended]).toEqual([EXIT.start, { code: null, signal: "SIGKILL" }]);
  expect(readdirSync(join(scratch, "four"))).not.toContain("manifest.json");
  server = await ServerProcess.start(FAST, dataDir);
  expect((await hashOf(server.url, board)).hash).toBe(hash);
});

test("wrong use is told from failure", async () => {
  expect(await inkroom("frobnicate")).toMatchObject({ code: EXIT.usage, output: expect.stringContaining("inkroom verify") });
  expect(await inkroom("backup")).toMatchObject({ code: EXIT.usage });
  expect(await inkroom("verify", "--depe")).toMatchObject({ code: EXIT.usage });
  expect(await inkroom("verify", "no-such-board")).toMatchObject({
    code: EXIT.start,
    output: expect.stringContaining("There is no room no-such-board"),
  });
  expect(await inkroom("--help")).toMatchObject({ code: EXIT.ok });
});
