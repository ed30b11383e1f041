// The browser's database of boards: its tables, opening it, and writing so that a full disk gives way to own work.
import type { Op } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { KeyValueStore } from "../host/key-value-store.ts";
import { type StoreTrouble, troubleOf } from "./store-trouble.ts";

/** Version of the tables. A page that meets a higher one leaves the database alone. */
export const DATABASE_VERSION = 1;

/** The board as the room had it at `seq`; its entries are rows of their own. */
export type BaseRow = {
  readonly epoch: string;
  readonly seq: number;
  readonly tip: string | undefined;
  /** When this was last known to be the newest, ms since the Unix epoch. */
  readonly at: number;
};
/** Who a tab was to the room. `secret`: the link by which it may write. */
export type IdentityRow = {
  readonly proof: string;
  readonly secret: string;
  readonly nextN: number;
  readonly usedAt: number;
  /** The history its transactions were last settled with. */
  readonly epoch?: string | undefined;
};
/** A transaction: its body as encodeOps gives it; `seq` and `ts` once the room has it. */
export type OutboxRow = { readonly body: Uint8Array; readonly seq?: number; readonly ts?: number };
/** Work that the board did not take; see kept-work.ts. */
export type KeptRow = {
  readonly reason: string;
  readonly at: number;
  readonly ops: readonly Op[];
  readonly shapes: readonly Shape[];
};

interface BoardTables extends DBSchema {
  /** By board. */
  bases: { key: string; value: BaseRow };
  /** By board and shape, as encodeEntry gives it; or many at once, as joinEntries gives them (base-copy.ts). */
  entries: { key: [string, string]; value: Uint8Array };
  /** By board and client. */
  identities: { key: [string, string]; value: IdentityRow };
  /** By board, client and n. */
  outbox: { key: [string, string, number]; value: OutboxRow };
  /** By board and time of arrival. */
  kept: { key: [string, string]; value: KeptRow };
  /** Rows that could not be read, as they were. Nothing reads them but people. */
  aside: { key: number; value: { readonly table: string; readonly key: unknown; readonly row: unknown; readonly at: number } };
}
type TableName = StoreNames<BoardTables>;
export type Database = IDBPDatabase<BoardTables>;
export type EntryRows = IDBPObjectStore<BoardTables, TableName[], "entries", "readwrite">;
export type WriteTransaction = IDBPTransaction<BoardTables, TableName[], "readwrite">;

/** All rows of a board, or of a board and client: key arrays sort after every string and number. */
export function rowsOf(...prefix: [string] | [string, string]): IDBKeyRange {
  return IDBKeyRange.bound(prefix, [...prefix, []]);
}

/** Where the name of the database in use is remembered: another one than the first where that could not be opened. */
export const NAME_KEY = "inkroom.store";

export function databaseName(names: KeyValueStore): string {
  return names.get(NAME_KEY) ?? "inkroom";
}

export type OpenOptions = {
  readonly name: string;
  /** The database has gone away under us; nothing can be written any more. */
  readonly onLost: (trouble: StoreTrouble) => void;
};

/** Opens the database. Rejects with what IndexedDB says. */
export function openDatabase({ name, onLost }: OpenOptions): Promise<Database> {
  let lets = (): void => {};
  const opening = openDB<BoardTables>(name, DATABASE_VERSION, {
    upgrade(database) {
      for (const table of ["bases", "entries", "identities", "outbox", "kept"] as const) database.createObjectStore(table);
      database.createObjectStore("aside", { autoIncrement: true });
    },
    // A newer page wants to change the tables, or somebody to delete them: they may, and this one goes on in memory.
    blocking(_current, wanted) {
      lets();
      onLost(wanted === null ? "broken" : "newer");
    },
    terminated: () => onLost("broken"),
  });
  return opening.then((database) => {
    lets = () => database.close();
    return database;
  });
}

/**
 * One write transaction. Where there is no space, copies of boards (the server has them) make way for own work, once.
 * Rejects with what IndexedDB says; then nothing of it was written.
 */
export async function write(
  database: Database,
  tables: readonly TableName[],
  fill: (transaction: WriteTransaction) => void | Promise<void>,
): Promise<void> {
  try {
    await writeOnce(database, tables, fill);
  } catch (error) {
    if (troubleOf(error) !== "full") throw error;
    await writeOnce(database, ["bases", "entries"], dropCopies);
    await writeOnce(database, tables, fill);
  }
}

async function writeOnce(
  database: Database,
  tables: readonly TableName[],
  fill: (transaction: WriteTransaction) => void | Promise<void>,
): Promise<void> {
  const transaction = database.transaction([...tables], "readwrite");
  const done = transaction.done;
  try {
    const filling = fill(transaction);
    // Without waiting for each request, so that a page that goes away has handed over everything.
    if (filling === undefined) transaction.commit();
    else await filling;
  } catch (error) {
    done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // It had ended by itself.
    }
    throw error;
  }
  await done;
}

function dropCopies(transaction: WriteTransaction): void {
  queue(transaction.objectStore("bases").clear());
  queue(transaction.objectStore("entries").clear());
}

/** A request that nobody waits for by itself: where it fails, its transaction does. */
export function queue(request: Promise<unknown>): void {
  request.catch(() => undefined);
}
