// A copy of a database that goes on being written to, by SQLite's online backup (https://sqlite.org/backup.html).
import { backup, type DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

/** Pages that are read before other work has its turn. */
const COPY_PAGES = 256;
const TRIES = 100;
const PAUSE_MS = 20;

/**
 * Copies `db` as it is at the end to the file `path`. A copy cannot begin while the same connection is in the middle of a
 * write. Node gives up then, with an error that carries SQLite's code for no error, 0: it is tried again, for about two seconds.
 */
export async function copyDatabase(db: DatabaseSync, path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await backup(db, path, { rate: COPY_PAGES });
      return;
    } catch (error) {
      const isInUse = (error as { readonly errcode?: unknown }).errcode === 0;
      if (!isInUse || tries === TRIES) throw error;
    }
    await pause(PAUSE_MS);
  }
}
