// The process as an operator meets it: starts, refusals to start, signals.
import { createServer } from "node:net";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { EXIT } from "./exit-codes.ts";
import { createJsonLog } from "./json-log.ts";
import { closeOnSignals, exitOnBugs } from "./process-events.ts";
import { createBoard } from "./testing/board-access.ts";
import { BoardClient, hashOf } from "./testing/board-client.ts";
import { newDataDir, runToEnd, ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

const dirs: string[] = [];
function dataDir(): string {
  const dir = newDataDir();
  dirs.push(dir);
  return dir;
}
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

test("a wrong configuration ends the start with every problem and exit code 78", async () => {
  const { code, output } = await runToEnd({ PORT: "many", INKROOM_LOGS: "info", DATA_DIR: dataDir() });
  expect(code).toBe(EXIT.config);
  expect(output).toContain("PORT must be a whole number");
  expect(output).toContain("INKROOM_LOGS is not a setting; did you mean INKROOM_LOG?");
});

test("--print-config prints the settings and starts nothing", async () => {
  const { code, output } = await runToEnd({ PORT: "4567" }, ["--print-config"]);
  expect(code).toBe(EXIT.ok);
  expect(output).toContain("PORT=4567");
  expect(output).toContain("INKROOM_BOARDS_PER_HOUR=120");
});

test("a taken port is named", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => holder.once("listening", resolve));
  // reason: a server listening on TCP has an AddressInfo.
  const { port } = holder.address() as AddressInfo;
  const { code, output } = await runToEnd({ PORT: String(port), DATA_DIR: dataDir() });
  holder.close();
  expect(code).toBe(EXIT.start);
  expect(output).toContain("Inkroom cannot start");
  expect(output).toContain(String(port));
});

test("a data directory that cannot be one is named", async () => {
  const dir = dataDir();
  writeFileSync(join(dir, "file"), "");
  const { code, output } = await runToEnd({ PORT: "0", DATA_DIR: join(dir, "file") });
  expect(code).toBe(EXIT.start);
  expect(output).toContain("is not a directory");
});

test("a data directory whose registry is a directory is refused with a sentence, not a stack", async () => {
  const dir = dataDir();
  mkdirSync(join(dir, "registry.db"));
  const { code, output } = await runToEnd({ PORT: "0", DATA_DIR: dir });
  expect(code).toBe(EXIT.start);
  expect(output).not.toContain("    at ");
});

test("a second process on the same data directory is refused; the first goes on", async () => {
  const server = await ServerProcess.start({}, dataDir());
  const second = await runToEnd({ PORT: "0", DATA_DIR: server.dataDir });
  expect(second.code).toBe(EXIT.start);
  expect(second.output).toContain("in use by another Inkroom process");
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.dispose();
});

test.each(["SIGTERM", "SIGINT"] as const)("%s closes the sockets, keeps every acked push and exits 0", async (signal) => {
  const dir = dataDir();
  const server = await ServerProcess.start({}, dir);
  const board = await createBoard(server.url);
  const ann = await BoardClient.join(server.url, board);
  for (let n = 1; n <= 20; n++) ann.push(n, [{ op: "add", shape: rect({ id: `s${n}` }) }]);
  await ann.next("ack", ({ n }) => n === 20);
  const before = (await hashOf(server.url, board)).hash;
  server.signal(signal);
  expect(await ann.closed).toBe(1012);
  expect(await server.ended).toEqual({ code: EXIT.ok, signal: null });
  const again = await ServerProcess.start({}, dir);
  expect((await hashOf(again.url, board)).hash).toBe(before);
  await again.dispose();
});

/** A process that keeps its listeners and exit codes. */
function fakeProcess() {
  const listeners = new Map<string, (value?: unknown) => void>();
  const exits: number[] = [];
  const target = {
    on: (event: string, listener: (value?: unknown) => void) => listeners.set(event, listener),
    exit: (code: number) => exits.push(code),
  };
  // reason: the code under test calls these two only.
  return { target: target as unknown as NodeJS.Process, exits, emit: (event: string, value?: unknown) => listeners.get(event)?.(value) };
}
const quiet = createJsonLog({ level: "silent", now: () => 0, write: () => {} });

test("a second signal ends the process at once", () => {
  const { target, exits, emit } = fakeProcess();
  closeOnSignals(target, { close: () => new Promise(() => {}) }, { drainMs: 60_000, log: quiet });
  emit("SIGTERM");
  expect(exits).toEqual([]);
  emit("SIGINT");
  expect(exits).toEqual([EXIT.start]);
});

test.each(["uncaughtException", "unhandledRejection"])("%s is logged and ends the process with 70", (event) => {
  const { target, exits, emit } = fakeProcess();
  const lines: string[] = [];
  exitOnBugs(target, createJsonLog({ level: "info", now: () => 0, write: (line) => lines.push(line) }));
  emit(event, new Error("with content"));
  expect(exits).toEqual([EXIT.bug]);
  expect(lines.join("")).toContain('"level":"error"');
  expect(lines.join("")).not.toContain("with content");
});
