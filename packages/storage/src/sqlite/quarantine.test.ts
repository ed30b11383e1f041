// A damaged file: the room opens at its last good state, which is proven row by row, or as if nothing had happened.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHECKPOINT_KEY, EPOCH_KEY } from "@inkroom/rooms";
import type { RoomKey, RoomStore } from "@inkroom/rooms";
import { checksum } from "./checksum.ts";
import { openSqliteDriver, roomPath } from "./index.ts";
import type { QuarantineReport, SqliteDriver } from "./index.ts";

const KEY: RoomKey = { party: "board", name: "x" };
const OTHER: RoomKey = { party: "board", name: "other" };
const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value));

let dataDir: string;
let driver: SqliteDriver;
let reports: QuarantineReport[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "inkroom-quarantine-"));
  start();
});
afterEach(() => {
  driver.close();
  rmSync(dataDir, { recursive: true });
});

function start(): void {
  reports = [];
  driver = openSqliteDriver({ dataDir, onQuarantine: (report) => reports.push(report) });
}

function append(store: RoomStore, n: number): void {
  store.log.append({ client: "c", n, body: text(`body ${n}`), ts: n });
  store.bytes.put(`e/${n % 4}`, text(`entry ${n % 4} at ${n}`));
  store.bytes.put(CHECKPOINT_KEY, text(String(n)));
}

/** A room whose bytes stand for the first `checkpoint` of its entries; the driver is closed afterwards. */
function room(head: number, checkpoint: number, key = KEY): void {
  const store = driver.open(key);
  store.bytes.put(EPOCH_KEY, text("first"));
  store.values.put("v", text("value"));
  store.alarm.set({ atMs: 9, attempt: 0 });
  for (let n = 1; n <= head; n++) {
    if (n <= checkpoint) append(store, n);
    else store.log.append({ client: "c", n, body: text(`body ${n}`), ts: n });
  }
  store.log.refuse("c", head + 1, "bad_value");
  store.commit();
  store.close();
}

/** Changes the closed file. */
function damage(sql: string, key = KEY): void {
  driver.close();
  const file = new DatabaseSync(roomPath(dataDir, key));
  file.exec(sql);
  file.close();
  start();
}

const seqs = (store: RoomStore, from: number): number[] => store.log.read(from, 1_000).map(({ seq }) => seq);
const asText = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

/** Reads everything, as a room would, until a damaged row ends that life; then once more. */
function reopen(key = KEY): RoomStore {
  const store = driver.open(key);
  try {
    store.log.read(1, 1_000);
    store.bytes.list({ reverse: false });
    return store;
  } catch {
    store.close();
    return driver.open(key);
  }
}

describe("a damaged room file", () => {
  it("with a bad entry behind the checkpoint opens at the entry before, read-only, and is kept with a report", () => {
    room(10, 4);
    room(3, 3, OTHER);
    damage("UPDATE _cf_log SET body = x'00' WHERE seq = 8");
    const store = reopen();
    expect([store.log.head(), seqs(store, 1), store.log.lastOf("c")]).toEqual([7, [1, 2, 3, 4, 5, 6, 7], 11]);
    expect(asText(store.bytes.get(CHECKPOINT_KEY))).toBe("4");
    expect(asText(store.values.get("v"))).toBe("value");
    expect(store.damage?.reason).toContain("entry 8 of the log");
    for (const write of [
      () => store.values.put("v", text("other")),
      () => store.log.append({ client: "d", n: 1, body: text(""), ts: 1 }),
      () => store.log.refuse("d", 1, "x"),
    ])
      expect(write).toThrow(expect.objectContaining({ code: "read_only" }));
    store.commit();
    expect(reports).toMatchObject([{ isComplete: false, log: { from: 1, to: 7, had: 10 }, keepsBytes: true }]);
    expect(driver.health()).toEqual({ quarantined: 1, isFull: false });
    const kept = reports[0]?.kept ?? "";
    expect(JSON.parse(readFileSync(`${kept}.json`, "utf8"))).toEqual(reports[0]);
    expect(existsSync(kept)).toBe(true);
    expect(driver.open(OTHER).damage).toBeUndefined();
  });

  it("with a bad entry before the checkpoint keeps the newest state and the entries behind the damage", () => {
    room(10, 6);
    damage("UPDATE _cf_log SET body = x'00' WHERE seq = 3");
    const store = reopen();
    expect([store.log.head(), seqs(store, 4), store.log.lastOf("c")]).toEqual([10, [4, 5, 6, 7, 8, 9, 10], 11]);
    expect(asText(store.bytes.get("e/1"))).toBe("entry 1 at 5");
    expect(() => store.log.read(1, 9)).toThrow(expect.objectContaining({ code: "corrupt" }));
    expect(reports).toMatchObject([{ isComplete: false, log: { from: 4, to: 10, had: 10 }, keepsBytes: true }]);
  });

  it("with a bad or missing checkpoint row drops the bytes, for the room to make them anew from its whole log", () => {
    for (const [name, sql] of [
      ["bad", "UPDATE _cf_bytes SET v = x'00' WHERE k = 'e/2'"],
      ["missing", "DELETE FROM _cf_bytes WHERE k = 'e/2'"],
      ["older", `UPDATE _cf_bytes SET v = x'6f6c64', crc = ${checksum("e/2", text("old"))} WHERE k = 'e/2'`],
    ] as const) {
      const key = { party: "board", name };
      room(10, 6, key);
      damage(sql, key);
      const store = reopen(key);
      expect([name, store.log.head(), seqs(store, 1).length, store.damage !== undefined]).toEqual([name, 10, 10, true]);
      expect(store.bytes.list({ reverse: false }).map(([k]) => k)).toEqual([EPOCH_KEY]);
      expect(reports.at(-1)).toMatchObject({ isComplete: false, log: { from: 1, to: 10 }, keepsBytes: false });
      store.close();
    }
  });

  it("that lost entries gets another epoch, so that those who saw more notice, and forgets what those entries decided", () => {
    room(10, 4);
    damage("DELETE FROM _cf_log WHERE seq > 8; DELETE FROM _cf_refusals");
    const store = reopen();
    expect(asText(store.bytes.get(EPOCH_KEY))).toMatch(/^[0-9a-f-]{36}$/);
    expect([store.log.head(), store.log.lastOf("c")]).toEqual([8, 8]);
    expect(reports).toMatchObject([{ log: { to: 8, had: 10 } }]);
  });

  it("whose damage hit nothing but an index of SQLite is made anew, and the room goes on", () => {
    room(300, 300);
    driver.close();
    const path = roomPath(dataDir, KEY);
    const file = new DatabaseSync(path);
    const root = Number(
      file.prepare("SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = '_cf_log'").get()?.["rootpage"],
    );
    file.close();
    const content = readFileSync(path);
    content.fill(0, (root - 1) * 4096, root * 4096);
    writeFileSync(path, content);
    start();
    const store = driver.open(KEY);
    expect(() => store.log.find("c", 7)).toThrow(expect.objectContaining({ code: "corrupt" }));
    store.close();
    const again = driver.open(KEY);
    expect([again.damage, again.log.find("c", 7)?.seq, seqs(again, 1).length, asText(again.bytes.get(EPOCH_KEY))]).toEqual([
      undefined,
      7,
      300,
      "first",
    ]);
    expect(again.log.append({ client: "d", n: 1, body: text("new"), ts: 1 })).toBe(301);
    expect(reports).toMatchObject([{ isComplete: true }]);
  });

  it("that is put aside while a backup copies it leaves the room open, with the handle on its new file", async () => {
    room(300, 300);
    damage("UPDATE _cf_log SET body = x'00' WHERE seq = 280");
    const first = driver.open(KEY);
    expect(() => first.log.read(280, 280)).toThrow(expect.objectContaining({ code: "corrupt" }));
    const copied = driver.copyRoom(KEY, join(dataDir, "copy.db")).catch(() => {}); // whatever becomes of the copy
    first.close();
    const again = driver.open(KEY);
    expect(reports).toHaveLength(1);
    await copied;
    expect(seqs(again, 291)).toHaveLength(10);
    again.close();
    expect(driver.open(KEY).log.head()).toBe(300);
  });

  it("that is empty, missing or no database is no new room", () => {
    for (const [name, hurt] of [
      ["empty", (path: string) => truncateSync(path, 0)],
      ["missing", (path: string) => rmSync(path)],
      ["garbage", (path: string) => writeFileSync(path, "x".repeat(8192))],
      ["short", (path: string) => truncateSync(path, 100)],
    ] as const) {
      const key = { party: "board", name };
      room(3, 3, key);
      driver.close();
      hurt(roomPath(dataDir, key));
      start();
      const store = driver.open(key);
      expect([name, store.damage !== undefined, store.log.head()]).toEqual([name, true, 0]);
      expect(() => store.values.put("v", text("new"))).toThrow(expect.objectContaining({ code: "read_only" }));
      store.close();
    }
  });

  it("is recovered by the next open where the first recovery was cut off", () => {
    room(10, 4);
    driver.close();
    const path = roomPath(dataDir, KEY);
    copyFileSync(path, `${path}.corrupt-2026-01-01`);
    rmSync(path); // put aside, and nothing more
    start();
    const store = driver.open(KEY);
    expect([store.log.head(), store.damage]).toEqual([10, undefined]);
    expect(reports).toMatchObject([{ isComplete: true, kept: `${path}.corrupt-2026-01-01` }]);
  });
});

describe("a damaged index of rooms", () => {
  it("is made anew from the room files, with their alarms", () => {
    room(3, 3);
    driver.close();
    for (const hurt of [
      (path: string) => writeFileSync(path, "x".repeat(8192)),
      (path: string) => truncateSync(path, 0),
      (path: string) => {
        const file = new DatabaseSync(path);
        file.exec("UPDATE rooms SET alarm_ms = 1");
        file.close();
      },
    ]) {
      hurt(join(dataDir, "rooms.db"));
      start();
      expect([[...driver.alarms()], driver.rooms().map(({ isStored }) => isStored)]).toEqual([[{ key: KEY, atMs: 9 }], [true]]);
      driver.close();
    }
    expect(
      readdirSync(dirname(join(dataDir, "rooms.db"))).filter((name) => name.startsWith("rooms.db.corrupt-")).length,
    ).toBeGreaterThanOrEqual(2);
  });
});
