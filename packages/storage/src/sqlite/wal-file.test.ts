// What a damaged write-ahead log would lose in silence is noticed and saved; what was never acknowledged is let go.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RoomKey, RoomStore } from "@inkroom/rooms";
import { openSqliteDriver, roomPath } from "./index.ts";
import type { QuarantineReport } from "./index.ts";

const KEY: RoomKey = { party: "board", name: "x" };
const COMMITS = 40;
const FRAME = 24 + 4096;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "inkroom-wal-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The files that a process killed after so many commits leaves behind; two of every three transactions have one entry. */
function killedRoom(): { db: Buffer; wal: Buffer } {
  const dataDir = join(dir, "live");
  const driver = openSqliteDriver({ dataDir });
  const store = driver.open(KEY);
  for (let n = 1; n <= COMMITS; n++) {
    store.log.append({ client: "c", n, body: new Uint8Array(Buffer.from(`body ${n} `.repeat(20))), ts: n });
    store.commit();
  }
  const path = roomPath(dataDir, KEY);
  const files = { db: readFileSync(path), wal: readFileSync(`${path}-wal`) };
  store.close();
  driver.close();
  return files;
}

let count = 0;
/** Opens a data directory with these files as its room. */
function opened({ db, wal }: { db: Buffer; wal: Buffer }): { store: RoomStore; reports: QuarantineReport[]; close: () => void } {
  const dataDir = join(dir, `copy-${++count}`);
  const path = roomPath(dataDir, KEY);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, db);
  writeFileSync(`${path}-wal`, wal);
  const reports: QuarantineReport[] = [];
  const driver = openSqliteDriver({
    dataDir,
    onQuarantine: (report, key) => {
      if (key !== undefined) reports.push(report); // the index is missing and made anew
    },
  });
  return { store: driver.open(KEY), reports, close: () => driver.close() };
}

/** The log with one byte of it changed. */
function flipped(wal: Buffer, at: number): Buffer {
  const copy = Buffer.from(wal);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

test("a log that ends with its process is taken whole, without a word", () => {
  const { store, reports, close } = opened(killedRoom());
  expect([store.log.head(), store.damage, reports]).toEqual([COMMITS, undefined, []]);
  close();
});

test("a bit that flipped in the middle of the log loses no transaction behind it", () => {
  const files = killedRoom();
  const frames = Math.floor((files.wal.length - 32) / FRAME);
  expect(frames).toBeGreaterThan(COMMITS);
  for (const frame of [1, 5, Math.floor(frames / 2), frames - 10]) {
    for (const within of [5, 12, 17, 24 + 4000]) {
      const { store, reports, close } = opened({ ...files, wal: flipped(files.wal, 32 + frame * FRAME + within) });
      expect([frame, within, store.log.head(), store.log.read(1, 99).length]).toEqual([frame, within, COMMITS, COMMITS]);
      expect(reports).toMatchObject([{ isComplete: true, reason: expect.stringContaining("write-ahead log is damaged") }]);
      close();
    }
  }
});

test("a flipped bit in the header of the log loses nothing", () => {
  const files = killedRoom();
  for (const within of [0, 5, 9, 18, 26]) {
    const { store, close } = opened({ ...files, wal: flipped(files.wal, within) });
    expect([within, store.log.head()]).toEqual([within, COMMITS]);
    close();
  }
});

test("a log that was cut short gives a clean prefix: nothing is left that could tell of the rest", () => {
  const files = killedRoom();
  for (const bytes of [files.wal.length - 1, files.wal.length - FRAME * 3 - 100, 32 + FRAME * 20 + 1]) {
    const path = join(dir, "cut");
    writeFileSync(path, files.wal);
    truncateSync(path, bytes);
    const { store, reports, close } = opened({ ...files, wal: readFileSync(path) });
    const head = store.log.head();
    expect(head).toBeLessThan(COMMITS);
    expect([store.log.read(1, 99).length, store.damage, reports]).toEqual([head, undefined, []]);
    close();
  }
});

test("the damaged log is kept as it was, beside its file", () => {
  const files = killedRoom();
  const wal = flipped(files.wal, 32 + FRAME * 3 + 100);
  const { reports, close } = opened({ ...files, wal });
  const kept = `${reports[0]?.kept ?? ""}-wal`;
  expect(readFileSync(kept).equals(wal)).toBe(true);
  close();
});
