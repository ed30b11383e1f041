// Taking boards out of this browser: one that a person removes from the list, and those that were not opened for longest.
import { forgetPictures } from "../pictures/picture-rows.ts";
import type { KeyValueStore } from "../host/key-value-store.ts";
import { type Database, databaseName, openDatabase, queue, rowsOf, write, type WriteTransaction } from "./database.ts";

/** Boards whose copy is kept. */
export const MAX_COPIES = 50;

/**
 * Removes what is stored of a board. Work that its room does not have stays, with the identity it belongs to, for a tab
 * that opens the board again. Rejects where the database cannot be had.
 */
export async function forgetBoard(board: string, names: KeyValueStore): Promise<void> {
  await forgetPictures(board);
  const database = await openDatabase({ name: databaseName(names), onLost: () => {} });
  try {
    await write(database, ["bases", "entries", "identities", "outbox", "kept"], async (transaction) => {
      dropCopy(transaction, board);
      queue(transaction.objectStore("kept").delete(rowsOf(board)));
      const outbox = transaction.objectStore("outbox");
      const identities = transaction.objectStore("identities");
      const [keys, rows, clients] = await Promise.all([
        outbox.getAllKeys(rowsOf(board)),
        outbox.getAll(rowsOf(board)),
        identities.getAllKeys(rowsOf(board)),
      ]);
      const waiting = new Set(keys.filter((_, i) => rows[i]?.seq === undefined).map(([, client]) => client));
      for (const key of keys) if (!waiting.has(key[1])) queue(outbox.delete(key));
      for (const key of clients) if (!waiting.has(key[1])) queue(identities.delete(key));
    });
  } finally {
    database.close();
  }
}

/** Drops the copies of the boards that were seen longest ago, beyond MAX_COPIES. */
export async function dropOldCopies(database: Database): Promise<void> {
  await write(database, ["bases", "entries"], async (transaction) => {
    const bases = transaction.objectStore("bases");
    if ((await bases.count()) <= MAX_COPIES) return;
    const [boards, rows] = await Promise.all([bases.getAllKeys(), bases.getAll()]);
    const oldest = boards.map((board, i) => ({ board, at: rows[i]?.at ?? 0 })).toSorted((a, b) => a.at - b.at);
    for (const { board } of oldest.slice(0, Math.max(0, oldest.length - MAX_COPIES))) dropCopy(transaction, board);
  });
}

function dropCopy(transaction: WriteTransaction, board: string): void {
  queue(transaction.objectStore("bases").delete(board));
  queue(transaction.objectStore("entries").delete(rowsOf(board)));
}
