// Opens the index of a data directory. A damaged one is put aside and made anew from the room files, which say themselves
// what they are: the index is never a reason not to start.
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StorageError } from "@inkroom/rooms";
import type { RoomKey } from "@inkroom/rooms";
import type { QuarantineReport } from "./quarantine.ts";
import { INDEX_FILE, RoomIndex } from "./room-index.ts";
import type { StorageStep } from "./steps.ts";

type OnStep = ((step: StorageStep) => void) | undefined;

/** Throws StorageError as RoomIndex, but never `corrupt`. */
export function openIndex(dataDir: string, onStep: OnStep, onRebuilt: (report: QuarantineReport) => void): RoomIndex {
  const foundAt = new Date();
  const told = (reason: string, kept?: string): void => {
    const log = { from: 1, to: 0, had: 0 };
    onRebuilt({ kept, foundAt: foundAt.toISOString(), reason, isComplete: true, log, keepsBytes: true });
  };
  try {
    const index = new RoomIndex(dataDir, onStep);
    if (index.count() > 0) return index;
    const files = roomFiles(dataDir);
    if (files.length > 0) {
      fill(index, files);
      told("The index was missing or empty");
    }
    return index;
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== "corrupt") throw error;
    const path = join(dataDir, INDEX_FILE);
    const kept = `${path}.corrupt-${foundAt.toISOString().replaceAll(/[:.]/g, "-")}`;
    for (const suffix of ["", "-wal"]) if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
    const index = new RoomIndex(dataDir, onStep);
    fill(index, roomFiles(dataDir));
    told(error.message, kept);
    return index;
  }
}

function fill(index: RoomIndex, files: readonly string[]): void {
  for (const path of files) {
    const found = describe(path);
    if (found === undefined) continue; // its next open puts it aside
    index.noteStored(found.key);
    index.setAlarm(found.key, found.alarmMs);
  }
}

function roomFiles(dataDir: string): string[] {
  const folder = join(dataDir, "rooms");
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return all.filter((file) => /(^|[/\\])[0-9a-f]{64}\.db$/.test(file)).map((file) => join(folder, file));
}

/** Which room a file is of. Undefined where that cannot be read. Looks at a copy: SQLite would apply a damaged log for good. */
function describe(path: string): { readonly key: RoomKey; readonly alarmMs: number | undefined } | undefined {
  const peek = `${path}.peek`;
  let db: DatabaseSync | undefined;
  try {
    for (const suffix of ["", "-wal"]) if (existsSync(path + suffix)) copyFileSync(path + suffix, peek + suffix);
    db = new DatabaseSync(peek);
    const prefix = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_cf_meta'").get() === undefined ? "" : "_cf_";
    const subject = String(db.prepare(`SELECT v FROM ${prefix}meta WHERE k = 'subject'`).get()?.["v"]);
    const [, party = "", name = ""] = /^room ([^/]+)\/(.+)$/s.exec(subject) ?? [];
    const alarm = db.prepare(`SELECT at_ms FROM ${prefix}alarm`).get()?.["at_ms"];
    return party === "" ? undefined : { key: { party, name }, alarmMs: alarm === undefined ? undefined : Number(alarm) };
  } catch {
    return undefined;
  } finally {
    db?.close();
    for (const suffix of ["", "-wal", "-shm"]) rmSync(peek + suffix, { force: true });
  }
}
