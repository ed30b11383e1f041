// After a board's links were made anew: who this browser has been by an old link is that by the new one.
import { type Database, rowsOf, write } from "./database.ts";

/** Rejects with what IndexedDB says; then nothing was written. */
export function renewIdentities(
  database: Database,
  board: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  return write(database, ["identities"], async (transaction) => {
    const store = transaction.objectStore("identities");
    for (let cursor = await store.openCursor(rowsOf(board)); cursor !== null; cursor = await cursor.continue())
      if (cursor.value.secret === from) await cursor.update({ ...cursor.value, secret: to });
  });
}
