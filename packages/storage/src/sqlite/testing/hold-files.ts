// A process of its own that holds room files open. Tells its parent by how many bytes per file malloc's heap, where
// SQLite's memory comes from, has grown when they are open, and how much more when they are open a second time.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { RoomStore } from "@inkroom/rooms";
import { openSqliteDriver } from "../index.ts";

const WARM_UP = 20;
const FILES = 150;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const driver = openSqliteDriver({ dataDir: process.argv[2] as string, maxOpenFiles: FILES });

/** NaN where the system does not say. */
function mallocHeapBytes(): number {
  collect();
  const kibi = /\[heap\]\n(?:[A-Z].*\n)*?Rss: +(\d+) kB/.exec(readFileSync("/proc/self/smaps", "utf8"))?.[1];
  return Number(kibi) * 1024;
}

function openRooms(count: number): RoomStore[] {
  return Array.from({ length: count }, (_, i) => {
    const store = driver.open({ party: "board", name: `room ${i}` });
    store.values.put("count", new Uint8Array(8));
    store.commit();
    return store;
  });
}

for (const store of openRooms(WARM_UP)) store.close();
const empty = mallocHeapBytes();
const rooms = openRooms(FILES);
const once = mallocHeapBytes();
for (const store of rooms) store.close();
openRooms(FILES);
const twice = mallocHeapBytes();
process.send?.({ perFile: (once - empty) / FILES, more: (twice - once) / FILES });
driver.close();
