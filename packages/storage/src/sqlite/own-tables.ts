// The tables of a room's author in a damaged file. Their rows have no checksums of ours: what SQLite can read is taken.
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Database } from "./database.ts";
import { RESERVED_PREFIX } from "./sql-guard.ts";

export type OwnTables = {
  /** Statements that make tables, in the order in which they were made; then those for indexes, views and triggers. */
  readonly tables: readonly string[];
  readonly rest: readonly string[];
  readonly rows: readonly { readonly table: string; readonly values: readonly Readonly<Record<string, SQLOutputValue>>[] }[];
  /** Nothing was unreadable. */
  readonly isWhole: boolean;
};

/** Throws what SQLite throws where not even their names can be read. */
export function readOwnTables(db: DatabaseSync): OwnTables {
  const all = db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").all();
  const own = all.filter(({ name }) => !String(name).startsWith(RESERVED_PREFIX) && !String(name).startsWith("sqlite_"));
  const isRoom = (row: { type?: unknown; name?: unknown; sql?: unknown }): boolean => !FIRST_VERSION.has(String(row.name));
  const tables = own.filter((row) => row["type"] === "table" && isRoom(row));
  // Tables of a module are made of further tables, which it makes itself.
  const isPlain = tables.every(({ sql }) => !/^create\s+virtual/i.test(String(sql)));
  let isWhole = isPlain;
  const read = (table: string): { table: string; values: Record<string, SQLOutputValue>[] } => {
    const values: Record<string, SQLOutputValue>[] = [];
    try {
      const statement = db.prepare(`SELECT * FROM ${quoted(table)}`);
      statement.setReadBigInts(true);
      for (const row of statement.iterate()) values.push(row);
    } catch {
      isWhole = false; // the rows before the damage are kept
    }
    return { table, values };
  };
  const rows = isPlain ? tables.map(({ name }) => read(String(name))) : [];
  const texts = (chosen: typeof own): string[] => chosen.map(({ sql }) => String(sql));
  const rest = own.filter(({ type }) => type !== "table");
  return { tables: isPlain ? texts(tables) : [], rest: isPlain ? texts(rest) : [], rows, isWhole };
}

/** Tables of room files of the first version, whose names were not reserved. */
const FIRST_VERSION = new Set(["meta", "room_values", "room_bytes", "log", "refusals", "clients", "alarm"]);

/** Within a transaction. Throws what SQLite throws. */
export function writeOwnTables(db: Database, own: OwnTables): void {
  for (const sql of own.tables) db.exec(sql);
  for (const { table, values } of own.rows) {
    for (const row of values) {
      const columns = Object.keys(row);
      const marks = columns.map(() => "?").join(", ");
      db.sql(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(", ")}) VALUES (${marks})`).run(...Object.values(row));
    }
  }
  for (const sql of own.rest) db.exec(sql);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
