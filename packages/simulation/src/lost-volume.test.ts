// A server that comes back with less than its clients have seen: an older copy of its data, or none at all.
import { hashBoard } from "@inkroom/model";
import type { StorageDriver } from "@inkroom/rooms";
import { createMemoryDriver } from "@inkroom/storage/memory";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readLog } from "./judgement.ts";
import { Records } from "./records.ts";
import { SimClient } from "./sim-client.ts";
import { BOARD, SimServer } from "./sim-server.ts";
import { loseVolume } from "./volume-loss.ts";
import { WorldClock } from "./world-clock.ts";

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function newDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "inkroom-lost-"));
  dirs.push(dir);
  return dir;
}

/** One volume in memory, however often it is opened. */
function sameMemory(): () => StorageDriver {
  const driver = createMemoryDriver();
  return () => driver;
}

function fixture(epochs: readonly string[], openFirst: () => StorageDriver = sameMemory()) {
  const clock = new WorldClock();
  let openDriver = openFirst;
  let starts = 0;
  const server = new SimServer({
    clock,
    openDriver: () => openDriver(),
    env: { openAccess: "edit", newEpoch: () => epochs[starts++] ?? "late" },
    hibernate: "idle",
    hibernateAfterMs: 1_000,
  });
  const records = new Records();
  const clients = [1, 2].map(
    (tab) =>
      new SimClient({
        clock,
        server,
        records,
        name: `person ${tab}`,
        tab,
        encoding: tab === 1 ? "binary" : "text",
        delayMs: () => 5,
        usedIds: [],
      }),
  );
  /** The server dies and comes back on another volume. */
  const moveTo = async (open: () => StorageDriver): Promise<void> => {
    server.crash();
    await clock.advance(1);
    openDriver = open;
    server.start();
  };
  const [a, b] = clients;
  if (a === undefined || b === undefined) throw new Error("two clients were made");
  return { clock, server, clients, a, b, moveTo };
}

/** How often each transaction is in the log of the volume at `dataDir`. */
function timesLogged(dataDir: string): ReadonlyMap<string, number> {
  const driver = openSqliteDriver({ dataDir });
  const store = driver.open(BOARD);
  const times = new Map<string, number>();
  for (const { client, n } of readLog(store.log)) times.set(`${client}.${n}`, (times.get(`${client}.${n}`) ?? 0) + 1);
  store.close();
  driver.close();
  return times;
}

test.each([
  ["under another name", ["e1", "e2"]],
  ["under the same name", ["e1", "e1"]],
])("a room that has lost everything, %s, gets back what its clients hold, once", async (_, epochs) => {
  const { clock, clients, a, b, moveTo, server } = fixture(epochs);
  await clock.advance(500);
  for (let i = 0; i < 6; i += 1) a.edit("add", 0, i);
  b.edit("add", 0, 50);
  await clock.advance(500);
  expect(b.replica.view.size).toBe(7);
  const before = new Map([...b.replica.view.entries()].map((entry) => [JSON.stringify(entry), entry]));
  a.transport.fallSilent(100);
  a.edit("add", 0, 7);
  await moveTo(sameMemory());
  await clock.advance(5_000);
  expect(clients.map(({ session }) => session.saveStatus.kind)).toEqual(["saved", "saved"]);
  expect(clients.map(({ replica }) => replica.view.size)).toEqual([8, 8]);
  for (const entry of b.replica.view.entries()) before.delete(JSON.stringify(entry));
  expect([...before.keys()]).toEqual([]);
  b.edit("add", 0, 60);
  a.edit("color", 0, 3);
  await clock.advance(2_000);
  expect(clients.map(({ replica }) => [replica.view.size, replica.pending.length])).toEqual([
    [9, 0],
    [9, 0],
  ]);
  expect(hashBoard(a.replica.view)).toBe(hashBoard(b.replica.view));
  expect(server.unexpected).toEqual([]);
  for (const { session } of clients) session.stop();
});

test.each([
  ["and nobody drew before they were back", 0],
  ["and has moved on beyond what they had seen before they were back", 30],
])("a room restored from an older copy under the same epoch, %s, has every acknowledged transaction once", async (_, strangers) => {
  const [first, copy] = [newDir(), newDir()];
  const { clock, clients, a, b, moveTo, server } = fixture(["e1"], () => openSqliteDriver({ dataDir: first }));
  await clock.advance(500);
  for (let i = 0; i < 5; i += 1) a.edit("add", 0, i);
  await clock.advance(500);
  await server.drain();
  cpSync(first, copy, { recursive: true });
  server.start();
  await clock.advance(2_000);
  for (let i = 5; i < 10; i += 1) a.edit("add", 0, i);
  for (let i = 50; i < 54; i += 1) b.edit("add", 0, i);
  await clock.advance(500);
  expect(clients.map(({ replica, session }) => [replica.seq, session.saveStatus.kind])).toEqual([
    [14, "saved"],
    [14, "saved"],
  ]);
  for (const { session } of clients) session.stop();
  await moveTo(() => openSqliteDriver({ dataDir: copy }));
  const c = new SimClient({
    clock,
    server,
    records: new Records(),
    name: "stranger",
    tab: 9,
    encoding: "binary",
    delayMs: () => 5,
    usedIds: [],
  });
  await clock.advance(500);
  for (let i = 0; i < strangers; i += 1) c.edit("add", 0, i);
  await clock.advance(500);
  for (const { session } of clients) session.start();
  await clock.advance(5_000);
  const all = [...clients, c];
  expect(all.map(({ replica, session }) => [replica.view.size, session.saveStatus.kind])).toEqual(all.map(() => [14 + strangers, "saved"]));
  expect(new Set(all.map(({ replica }) => hashBoard(replica.base))).size).toBe(1);
  expect(server.unexpected).toEqual([]);
  for (const { session } of all) session.stop();
  await server.drain();
  const times = timesLogged(copy);
  expect(times.size).toBe(14 + strangers);
  expect([...times.values()].filter((count) => count !== 1)).toEqual([]);
});

test("after the loss of everything each acknowledged transaction is in the log again", async () => {
  expect(await loseVolume()).toEqual({ acknowledged: 8, found: 8 });
});

test("edits of another's shapes wait for their author, and no longer than a while", async () => {
  const { clock, clients, a, b, moveTo, server } = fixture(["e1", "e2"]);
  await clock.advance(500);
  for (let i = 0; i < 3; i += 1) a.edit("add", 0, i);
  await clock.advance(500);
  const [painted, deleted, kept] = [...b.replica.view.shapes()].map(({ id }) => id);
  if (painted === undefined || deleted === undefined || kept === undefined) throw new Error("three shapes were made");
  b.replica.commit([{ op: "set", id: painted, props: { color: "red" } }]);
  b.replica.commit([{ op: "del", ids: [deleted] }]);
  await clock.advance(500);
  const before = hashBoard(a.replica.view);
  for (const { session } of clients) session.stop();
  await moveTo(sameMemory());
  b.session.start();
  await clock.advance(3_000);
  expect([b.session.saveStatus, b.replica.view.size]).toEqual([{ kind: "sending", pending: 2 }, 0]);
  a.session.start();
  await clock.advance(1_000);
  expect(clients.map(({ session }) => session.saveStatus.kind)).toEqual(["saved", "saved"]);
  expect(clients.map(({ replica }) => hashBoard(replica.view))).toEqual([before, before]);
  // The author stays away this time: its shapes are not waited for for ever.
  for (const { session } of clients) session.stop();
  await moveTo(sameMemory());
  b.session.start();
  await clock.advance(10_000);
  expect([b.session.saveStatus.kind, b.replica.view.size]).toEqual(["saved", 0]);
  b.session.stop();
  expect(server.unexpected).toEqual([]);
});
