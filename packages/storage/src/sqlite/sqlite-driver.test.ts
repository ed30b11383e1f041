import { fork } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptSqlStore, acceptStorageDriver } from "@inkroom/rooms/acceptance";
import type { DriverBench } from "@inkroom/rooms/acceptance";
import type { RoomKey, RoomStore, StorageDriver } from "@inkroom/rooms";
import { openSqliteDriver, roomPath } from "./index.ts";

const KEY: RoomKey = { party: "board", name: "x" };
const tempDir = (): string => mkdtempSync(join(tmpdir(), "inkroom-storage-"));

// Closing a driver without commit leaves the files as a dead process would, but for the lock, which must be free.
async function createBench(): Promise<DriverBench> {
  const dataDir = tempDir();
  let driver = openSqliteDriver({ dataDir, maxOpenFiles: 3 });
  return {
    get driver(): StorageDriver {
      return driver;
    },
    restart: async () => {
      driver.close();
      driver = openSqliteDriver({ dataDir, maxOpenFiles: 3 });
    },
    dispose: async () => {
      driver.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

acceptStorageDriver("sqlite with few handles", createBench);
acceptSqlStore(
  "sqlite",
  ["meta", "sums", "values", "bytes", "log", "refusals", "clients", "alarm"].map((name) => `_cf_${name}`),
  createBench,
);

describe("a sqlite driver", () => {
  let dataDir: string;
  let driver: StorageDriver | undefined;
  beforeEach(() => {
    dataDir = tempDir();
  });
  afterEach(() => {
    driver?.close();
    driver = undefined;
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = (): StorageDriver => (driver = openSqliteDriver({ dataDir }));
  const inRoom = <T>(work: (store: RoomStore) => T, key = KEY): T => {
    const store = (driver as StorageDriver).open(key);
    try {
      return work(store);
    } finally {
      store.close();
    }
  };
  /** Stores something, ends the process properly, and changes each occurrence of some bytes in the file. */
  const damage = (find: Uint8Array, replace: Uint8Array): void => {
    driver?.close();
    const path = roomPath(dataDir, KEY);
    const content = readFileSync(path);
    for (let at = content.indexOf(find); at >= 0; at = content.indexOf(find, at + 1)) content.set(replace, at);
    writeFileSync(path, content);
    start();
  };
  const MARK = Buffer.from("a body that can be found");
  const FLIPPED = Buffer.from("a body that cAn be found");

  it("notices a flipped bit in an entry of the log", () => {
    start();
    inRoom((store) => {
      for (const n of [1, 2]) store.log.append({ client: "c", n, body: n === 2 ? MARK : Buffer.from("ok"), ts: 1 });
      store.commit();
    });
    damage(MARK, FLIPPED);
    inRoom((store) => {
      expect(store.log.read(1, 1)).toHaveLength(1);
      expect(() => store.log.read(1, 2)).toThrow(expect.objectContaining({ code: "corrupt" }));
      expect(() => store.log.find("c", 2)).toThrow(expect.objectContaining({ code: "corrupt" }));
    });
  });

  it("notices a flipped bit in a value", () => {
    start();
    inRoom((store) => {
      store.values.put("k", MARK);
      store.bytes.put("k", MARK);
      store.commit();
    });
    damage(MARK, FLIPPED);
    inRoom((store) => {
      expect(() => store.values.get("k")).toThrow(expect.objectContaining({ code: "corrupt" }));
      expect(() => store.bytes.list({ reverse: false })).toThrow(expect.objectContaining({ code: "corrupt" }));
    });
  });

  it("takes nothing from a file that belongs to another room, and keeps both files", () => {
    start();
    const other: RoomKey = { party: "board", name: "y" };
    for (const key of [KEY, other]) {
      inRoom((store) => {
        store.values.put("k", MARK);
        store.commit();
      }, key);
    }
    driver?.close();
    writeFileSync(roomPath(dataDir, other), readFileSync(roomPath(dataDir, KEY)));
    start();
    inRoom((store) => expect([store.damage === undefined, store.values.get("k")]).toEqual([false, undefined]), other);
    inRoom((store) => expect([store.damage, store.values.get("k")]).toEqual([undefined, new Uint8Array(MARK)]));
    const kept = readdirSync(dirname(roomPath(dataDir, other))).filter((name) => /\.corrupt-[^.]*$/.test(name));
    expect(kept).toHaveLength(1);
  });

  it("keeps a second driver out, in this process and in another", async () => {
    start();
    expect(() => openSqliteDriver({ dataDir })).toThrow(expect.objectContaining({ code: "locked" }));
    const child = fork(new URL("./testing/open-driver.ts", import.meta.url), [dataDir]);
    expect(await new Promise((resolve) => child.once("message", resolve))).toBe("locked");
  });

  it("takes over from a process that was killed, and finds what it had committed", async () => {
    const child = fork(new URL("./testing/open-driver.ts", import.meta.url), [dataDir]);
    expect(await new Promise((resolve) => child.once("message", resolve))).toBe("open");
    expect(() => openSqliteDriver({ dataDir })).toThrow(expect.objectContaining({ code: "locked" }));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    start();
    inRoom((store) => expect(store.log.read(1, 9).map(({ n }) => n)).toEqual([1]));
    expect([...(driver as StorageDriver).alarms()]).toEqual([{ key: KEY, atMs: 5 }]);
  });

  // Counts bytes of a process that does nothing else. With the cache that SQLite takes by itself it is above 165 KiB.
  it.runIf(existsSync("/proc/self/smaps"))("holds a small room's file open in less than 150 KiB, and gives them to the next", async () => {
    const child = fork(new URL("./testing/hold-files.ts", import.meta.url), [dataDir]);
    const { perFile, more } = await new Promise<{ perFile: number; more: number }>((resolve, reject) => {
      child.once("message", resolve as () => void).once("exit", reject);
    });
    expect(perFile).toBeGreaterThan(40 * 1024); // otherwise something else was measured
    expect(perFile).toBeLessThan(150 * 1024);
    expect(more).toBeLessThan(20 * 1024);
    await new Promise((resolve) => child.once("exit", resolve));
  });

  it.runIf(existsSync("/proc/self/fd"))("holds no more files open than it may, and none of rooms that were closed", () => {
    driver = openSqliteDriver({ dataDir, maxOpenFiles: 5 });
    const isOfRoom = (fd: string): boolean => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(join(dataDir, "rooms/"));
      } catch {
        return false; // the handle that lists the handles
      }
    };
    const openFiles = (): number => readdirSync("/proc/self/fd").filter(isOfRoom).length;
    const stores = Array.from({ length: 40 }, (_, i) => (driver as StorageDriver).open({ party: "many", name: `${i}` }));
    for (const store of stores) {
      store.values.put("k", MARK);
      store.sql.exec("CREATE TABLE t (x)", []);
      store.commit();
      expect(openFiles()).toBeLessThanOrEqual(5 * 2); // the file and its log
    }
    expect(openFiles()).toBeGreaterThan(0);
    for (const store of stores) store.close();
    expect(openFiles()).toBe(0);
  });

  it("says that a directory cannot be used when it is a file", () => {
    writeFileSync(join(dataDir, "file"), "");
    expect(() => openSqliteDriver({ dataDir: join(dataDir, "file") })).toThrow(expect.objectContaining({ code: "io" }));
  });
});
