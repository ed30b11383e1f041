// The tables of `ctx.storage.log` and `ctx.storage.bytes`, beside whatever tables the room makes for itself.
import { StorageError } from "@inkroom/rooms/contract";
import { rowsOf } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** Rises with each change of the tables. */
const SCHEMA_VERSION = 1;

const TABLES = [
  `CREATE TABLE IF NOT EXISTS inkroom_meta (k TEXT PRIMARY KEY, v INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS inkroom_bytes (k TEXT PRIMARY KEY, v BLOB NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS inkroom_log (
    seq INTEGER PRIMARY KEY,
    client TEXT NOT NULL,
    n INTEGER NOT NULL,
    body BLOB NOT NULL,
    ts INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    UNIQUE (client, n)
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS inkroom_refusals (
    client TEXT NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (client, n)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS inkroom_clients (client TEXT PRIMARY KEY, last_n INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
];

/**
 * The database with its tables, made when it is first asked for: a room that uses neither log nor bytes stores nothing.
 * The returned function throws StorageError `newer_schema` where a later version has written them.
 */
export function withTables(sql: Sql): () => Sql {
  let isReady = false;
  return () => {
    if (isReady) return sql;
    for (const table of TABLES) rowsOf(sql, table);
    rowsOf(sql, "INSERT INTO inkroom_meta (k, v) VALUES ('version', ?) ON CONFLICT (k) DO NOTHING", SCHEMA_VERSION);
    const version = Number(rowsOf(sql, "SELECT v FROM inkroom_meta WHERE k = 'version'")[0]?.["v"]);
    if (version > SCHEMA_VERSION) {
      throw new StorageError("newer_schema", `The room was written by a later version (schema ${version}, known is ${SCHEMA_VERSION})`);
    }
    isReady = true;
    return sql;
  };
}
