// Real SQLite files for a run, in a directory of their own.
import type { StorageDriver } from "@inkroom/rooms";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function openSqliteWorld(): { open(): StorageDriver; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), "inkroom-simulation-"));
  return {
    open: () => openSqliteDriver({ dataDir }),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
