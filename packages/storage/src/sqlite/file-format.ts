// What a room file and the index are made of, and how older files become new ones.
import { StorageError } from "@inkroom/rooms";
import type { Database } from "./database.ts";
import { migrateIndex1, migrateIndex2, migrateRoom1, migrateRoom2 } from "./migrations.ts";
import { INDEX_TABLES, ROOM_TABLES } from "./schema.ts";
import type { SummedTable } from "./table-sums.ts";

export type FileFormat = {
  /** Makes the tables of the newest version. */
  readonly tables: string;
  /** Tables whose rows are counted and summed. */
  readonly summed: readonly SummedTable[];
  /** From version n to n + 1, inside the transaction of the whole migration. */
  readonly migrations: Readonly<Record<number, (db: Database) => void>>;
};

export const ROOM_FORMAT: FileFormat = {
  tables: ROOM_TABLES,
  summed: ["_cf_log", "_cf_values", "_cf_bytes", "_cf_refusals", "_cf_clients", "_cf_alarm"],
  migrations: { 1: migrateRoom1, 2: migrateRoom2 },
};

export const INDEX_FORMAT: FileFormat = { tables: INDEX_TABLES, summed: ["rooms"], migrations: { 1: migrateIndex1, 2: migrateIndex2 } };

/** The step from one version to the next. Throws StorageError `newer_schema` where this program has none. */
export function migrationFrom(format: FileFormat, version: number): (db: Database) => void {
  const migrate = format.migrations[version];
  if (migrate === undefined) throw new StorageError("newer_schema", `There is no way from schema ${version} to the present one`);
  return migrate;
}
