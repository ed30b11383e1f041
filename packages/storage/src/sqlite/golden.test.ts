// Files of every released version open, become the present version, and hold what they held.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EPOCH_KEY } from "@inkroom/rooms";
import type { RoomKey } from "@inkroom/rooms";
import { textChecksum } from "./checksum.ts";
import { openSqliteDriver, roomPath } from "./index.ts";
import type { SqliteDriver } from "./index.ts";
import { SCHEMA_VERSION } from "./schema.ts";
import { layOutGolden } from "./testing/golden.ts";

const TALK: RoomKey = { party: "talk", name: "golden" };
let dataDir: string;
let driver: SqliteDriver | undefined;
const quarantined: string[] = [];
beforeEach(() => {
  quarantined.length = 0;
  dataDir = mkdtempSync(join(tmpdir(), "inkroom-golden-"));
});
afterEach(() => {
  driver?.close();
  rmSync(dataDir, { recursive: true });
});
const start = (onStep?: () => void): SqliteDriver =>
  (driver = openSqliteDriver({
    dataDir,
    onQuarantine: ({ reason }) => quarantined.push(reason),
    ...(onStep === undefined ? {} : { onStep }),
  }));

const versions = readdirSync(new URL("../../golden/", import.meta.url)).filter((name) => name.startsWith("schema-"));

test.each(versions)("%s: rows, refusals, last numbers, alarms and the index are there after the migration", (version) => {
  const golden = layOutGolden(version, dataDir);
  const board: RoomKey = { party: "board", name: golden.board };
  for (const round of ["migrated", "opened again"]) {
    const rooms = start();
    expect([...rooms.alarms()], round).toEqual([{ key: TALK, atMs: 4_102_444_800_000 }]);
    expect(rooms.count()).toBe(2);
    const store = rooms.open(board);
    expect(store.log.read(1, 100).map(({ seq }) => seq)).toEqual(Array.from({ length: golden.head }, (_, i) => i + 1));
    expect([store.log.head(), store.log.lastOf(golden.clientId)]).toEqual([golden.head, golden.lastN]);
    expect(store.log.refusal(golden.clientId, 59)).toBe("bad_value");
    expect(Buffer.from(store.bytes.get(EPOCH_KEY) ?? []).toString()).toBe(golden.epoch);
    store.close();
    const talk = rooms.open(TALK);
    expect(talk.alarm.get()).toEqual({ atMs: 4_102_444_800_000, attempt: 2 });
    expect(talk.values.get("greeting")).toEqual(new Uint8Array([255, 15, 34, 5, 104, 101, 108, 108, 111]));
    expect(talk.log.refusal("c", 2)).toBe("bad_value");
    talk.close();
    rooms.close();
    const file = new DatabaseSync(roomPath(dataDir, board));
    expect(file.prepare("PRAGMA user_version").get()).toEqual({ user_version: SCHEMA_VERSION });
    file.close();
  }
  expect(quarantined).toEqual([]);
});

test("the file as it was before a migration stays beside the new one", () => {
  const { board } = layOutGolden("schema-1", dataDir);
  const path = roomPath(dataDir, { party: "board", name: board });
  const before = readFileSync(path);
  start().open({ party: "board", name: board }).close();
  expect(readFileSync(`${path}.pre-v${SCHEMA_VERSION}`).equals(before)).toBe(true);
});

test("a migration that is cut off in its middle has changed nothing, and is done by the next open", () => {
  const { board, head } = layOutGolden("schema-1", dataDir);
  const key = { party: "board", name: board };
  start().close(); // the index has been migrated
  let cuts = 0;
  const cut = start((step?: string) => {
    if (step !== "mid_migration") return;
    cuts += 1;
    throw new Error("cut off");
  });
  expect(() => cut.open(key)).toThrow();
  cut.close();
  expect(cuts).toBe(1);
  const file = new DatabaseSync(roomPath(dataDir, key));
  expect(file.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
  file.close();
  expect(start().open(key).log.head()).toBe(head);
});

test("a row that is damaged in an old file is found by the migration", () => {
  const { board } = layOutGolden("schema-1", dataDir);
  const path = roomPath(dataDir, { party: "board", name: board });
  const file = new DatabaseSync(path);
  file.exec("UPDATE log SET ts = ts + 1 WHERE seq = 58");
  file.close();
  const store = start().open({ party: "board", name: board });
  expect(store.damage?.reason).toContain("entry 58 of the log");
  expect([store.log.head(), store.log.read(57, 9).length]).toEqual([57, 1]);
  expect(existsSync(path)).toBe(true);
});

test("a file of a later version is refused with its number, and stays as it is", () => {
  const { board } = layOutGolden("schema-1", dataDir);
  const key = { party: "board", name: board };
  const path = roomPath(dataDir, key);
  start().open(key).close();
  const stamp = (version: number): void => {
    driver?.close();
    const file = new DatabaseSync(path);
    file.exec(`PRAGMA user_version = ${version}`);
    file.prepare("UPDATE _cf_meta SET v = ?, crc = ? WHERE k = 'schema'").run(String(version), textChecksum("schema", String(version)));
    file.close();
  };
  stamp(SCHEMA_VERSION + 1);
  const before = readFileSync(path);
  expect(() => start().open(key)).toThrow(
    expect.objectContaining({ code: "newer_schema", message: expect.stringContaining("later version of Inkroom") }),
  );
  driver?.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  stamp(SCHEMA_VERSION);
  expect(start().open(key).damage).toBeUndefined();
});

test("a version in the header alone is a flipped bit, not a later program", () => {
  const { board, head } = layOutGolden("schema-1", dataDir);
  const key = { party: "board", name: board };
  start().open(key).close();
  driver?.close();
  const file = new DatabaseSync(roomPath(dataDir, key));
  file.exec("PRAGMA user_version = 258");
  file.close();
  quarantined.length = 0;
  const store = start().open(key);
  expect([store.damage, store.log.head()]).toEqual([undefined, head]);
  expect(quarantined).toEqual(["The header of the file is damaged"]);
});
