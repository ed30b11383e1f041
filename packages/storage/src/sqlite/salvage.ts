// What can still be read of a damaged room file, row by row: each row is taken only if its checksum says that it is as it
// was written. The result is a consistent state, the last one that these rows prove.
import { DatabaseSync } from "node:sqlite";
import { CHECKPOINT_KEY } from "@inkroom/rooms";
import { textChecksum, verifyText } from "./checksum.ts";
import { readOwnTables } from "./own-tables.ts";
import type { OwnTables } from "./own-tables.ts";
import { verifyRow } from "./verify-file.ts";

export type Row = Readonly<Record<string, null | number | bigint | string | Uint8Array>>;

/** `isWhole`: all rows that were ever written are there, as the table's sum proves. */
type SavedTable = { readonly rows: readonly Row[]; readonly isWhole: boolean };

export type Salvage = {
  readonly tables: Readonly<Record<Table, SavedTable>>;
  /** Those of the room's author. */
  readonly own: OwnTables;
  /** The log is kept from `floor` + 1 to `head`. */
  readonly floor: number;
  readonly head: number;
  /** Seq up to which there had been entries, as far as can be told. */
  readonly hadHead: number;
  /** The bytes stand for what they did; otherwise the room makes them anew from its log. */
  readonly keepsBytes: boolean;
  /** Nothing is missing and nothing is doubtful. */
  readonly isComplete: boolean;
};

const TABLES = ["log", "values", "bytes", "refusals", "clients", "alarm"] as const;
type Table = (typeof TABLES)[number];
const KEYS = { log: "seq", values: "k", bytes: "k", refusals: "client, n", clients: "client", alarm: "id" } as const;

const NONE: SavedTable = { rows: [], isWhole: false };
export const NOTHING: Salvage = {
  tables: { log: NONE, values: NONE, bytes: NONE, refusals: NONE, clients: NONE, alarm: NONE },
  own: { tables: [], rest: [], rows: [], isWhole: false },
  floor: 0,
  head: 0,
  hadHead: 0,
  keepsBytes: false,
  isComplete: false,
};

/**
 * Reads the file; opening it applies its write-ahead log. Nothing is taken from a file that says it is another room's.
 * Never throws: what cannot be read is missing.
 */
export function salvage(path: string, subject: string): Salvage {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path);
    const stated = metaOf(db, "subject");
    if (stated !== undefined && stated !== subject) return NOTHING;
    const opened = db;
    const version = Number(attempt(() => opened.prepare("PRAGMA user_version").get()?.["user_version"]) ?? 0);
    const own = attempt(() => readOwnTables(opened)) ?? NOTHING.own;
    return judge(db, readTables(db, version), own);
  } catch {
    return NOTHING;
  } finally {
    db?.close();
  }
}

/** Names had no prefix in the first version; before the third only bodies had checksums, and there were no sums. */
function tableNames(version: number): (table: Table) => string {
  if (version !== 1) return (table) => `_cf_${table}`;
  return (table) => (table === "values" || table === "bytes" ? `room_${table}` : table);
}

function readTables(db: DatabaseSync, version: number): Salvage["tables"] {
  const nameOf = tableNames(version);
  const read = (table: Table): SavedTable => {
    const { rows, failed } = readableRows(db, nameOf(table), KEYS[table]);
    const hasChecksum = version > 2 || ["log", "values", "bytes"].includes(table);
    const verified = hasChecksum ? rows.filter((row) => isGood(`_cf_${table}`, row)) : rows;
    const good = inOrder(unambiguous(verified, KEYS[table]), table);
    if (version <= 2) return { rows: good, isWhole: !failed && good.length === rows.length };
    const stated = statedSum(db, `_cf_${table}`);
    return { rows: good, isWhole: stated !== undefined && matches(good, stated) };
  };
  return {
    log: read("log"),
    values: read("values"),
    bytes: read("bytes"),
    refusals: read("refusals"),
    clients: read("clients"),
    alarm: read("alarm"),
  };
}

function judge(db: DatabaseSync, tables: Salvage["tables"], own: OwnTables): Salvage {
  const seqs = tables.log.rows.map((row) => Number(row["seq"]));
  const hadFloor = Number(metaOf(db, "floor") ?? 0);
  const hadHead = Math.max(hadFloor + (statedSum(db, "_cf_log")?.rows ?? 0), seqs.at(-1) ?? 0);
  const prefixEnd = runEnd(seqs, hadFloor);
  const checkpoint = tables.bytes.isWhole ? checkpointOf(tables.bytes.rows) : 0;
  const isWhole = own.isWhole && TABLES.every((table) => tables[table].isWhole);
  if (checkpoint <= prefixEnd) {
    const keepsBytes = tables.bytes.isWhole || hadHead === 0 || hadFloor > 0;
    const isComplete = isWhole && prefixEnd === hadHead && metaOf(db, "damage") === undefined;
    return { tables, own, floor: hadFloor, head: prefixEnd, hadHead, keepsBytes, isComplete };
  }
  // Entries that the checkpoint stands for are damaged: the board is whole, some of its history is not.
  const head = runEnd(seqs, checkpoint);
  const before = new Set(seqs);
  let floor = checkpoint;
  while (floor > hadFloor && before.has(floor)) floor -= 1;
  return { tables, own, floor, head, hadHead, keepsBytes: true, isComplete: false };
}

/** The last of the seqs that follow `after` without a hole. */
function runEnd(seqs: readonly number[], after: number): number {
  let end = after;
  for (const seq of seqs) if (seq === end + 1) end = seq;
  return end;
}

function checkpointOf(rows: readonly Row[]): number {
  const row = rows.find(({ k }) => k === CHECKPOINT_KEY);
  return row === undefined ? 0 : Number.parseInt(Buffer.from(row["v"] as Uint8Array).toString("latin1"), 10);
}

/** Rows in key order from the front until one cannot be read, then from the back. */
function readableRows(db: DatabaseSync, table: string, key: string): { rows: Row[]; failed: boolean } {
  const read = (order: "ASC" | "DESC"): { rows: Row[]; failed: boolean } => {
    const rows: Row[] = [];
    const keys = key.split(", ").map((column) => `${column} ${order}`);
    try {
      for (const row of db.prepare(`SELECT * FROM ${table} NOT INDEXED ORDER BY ${keys.join(", ")}`).iterate()) rows.push(row as Row);
      return { rows, failed: false };
    } catch {
      return { rows, failed: true };
    }
  };
  const forward = read("ASC");
  if (!forward.failed) return forward;
  const known = new Set(forward.rows.map((row) => keyOf(row, key)));
  const backward = read("DESC").rows.filter((row) => !known.has(keyOf(row, key)));
  const between = key === "seq" ? rowsBetween(db, table, forward.rows, backward) : [];
  return { rows: [...forward.rows, ...between, ...backward.toReversed()], failed: true };
}

/** Entries around an unreadable page, asked for one by one. */
function rowsBetween(db: DatabaseSync, table: string, forward: readonly Row[], backward: readonly Row[]): Row[] {
  const from = Number(forward.at(-1)?.["seq"] ?? 0) + 1;
  const to = Number(backward.at(-1)?.["seq"] ?? 0);
  const rows: Row[] = [];
  for (let seq = from; seq < to; seq++) {
    const row = attempt(() => db.prepare(`SELECT * FROM ${table} WHERE seq = ?`).get(seq));
    if (row !== undefined) rows.push(row as Row);
  }
  return rows;
}

/** Pages that hang in the wrong place show rows twice, or in two versions; which one is the newer cannot be told. */
function unambiguous(rows: readonly Row[], key: string): Row[] {
  const byKey = new Map<string, Row | undefined>();
  for (const row of rows) {
    const id = keyOf(row, key);
    const other = byKey.get(id);
    const isSame = other === undefined || other["crc"] === row["crc"];
    byKey.set(id, byKey.has(id) && (other === undefined || !isSame) ? undefined : row);
  }
  return [...byKey.values()].filter((row) => row !== undefined);
}

function inOrder(rows: Row[], table: Table): Row[] {
  return table === "log" ? rows.toSorted((a, b) => Number(a["seq"]) - Number(b["seq"])) : rows;
}

function keyOf(row: Row, key: string): string {
  return key
    .split(", ")
    .map((column) => String(row[column]))
    .join("|");
}

function isGood(table: string, row: Row): boolean {
  return attempt(() => verifyRow(table, row) ?? true) === true;
}

function statedSum(db: DatabaseSync, table: string): { readonly rows: number; readonly sum: number } | undefined {
  return attempt(() => {
    const row = db.prepare("SELECT rows, sum, crc FROM _cf_sums WHERE t = ?").get(table);
    const stated = { rows: row?.["rows"] as number, sum: row?.["sum"] as number };
    return row?.["crc"] === textChecksum(table, stated.rows, stated.sum) ? stated : undefined;
  });
}

function matches(rows: readonly Row[], stated: { readonly rows: number; readonly sum: number }): boolean {
  return rows.length === stated.rows && rows.reduce((sum, row) => (sum + Number(row["crc"])) % 2 ** 32, 0) === stated.sum;
}

function metaOf(db: DatabaseSync, key: string): string | undefined {
  return attempt(() => {
    const sql = (table: string): string => `SELECT * FROM ${table} WHERE k = ?`;
    const row =
      attempt(() => db.prepare(sql("_cf_meta"))) === undefined ? db.prepare(sql("meta")).get(key) : db.prepare(sql("_cf_meta")).get(key);
    if (row !== undefined && "crc" in row) verifyText(row["crc"], [key, row["v"] as string], "meta");
    return row?.["v"] as string;
  });
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined; // the caller goes on with what can be had
  }
}
