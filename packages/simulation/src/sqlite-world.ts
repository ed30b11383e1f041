// Real SQLite files for a run, in a directory of their own. A simulated crash loses what is not committed and nothing else,
// so the disk need not be a slow one: memory serves where the system offers it as a directory.
import type { StorageDriver } from "@inkroom/rooms";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";

export function openSqliteWorld(): { open(): StorageDriver; remove(): void } {
  const dataDir = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "inkroom-simulation-"));
  return {
    open: () => openSqliteDriver({ dataDir }),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
