// How many rows each table of a file has and what their checksums add up to. Changes are kept in memory and written with
// the transaction they belong to; a scan at the next open tells whether a row has vanished or come back.
import { StorageError } from "@inkroom/rooms";
import { textChecksum, verifyText } from "./checksum.ts";
import type { Database } from "./database.ts";

export type SummedTable = "_cf_values" | "_cf_bytes" | "_cf_log" | "_cf_refusals" | "_cf_clients" | "_cf_alarm" | "rooms";
export type TableSum = { readonly rows: number; /** Modulo 2^32. */ readonly sum: number };

const MODULUS = 2 ** 32;

export class TableSums {
  readonly #db: Database;
  readonly #known = new Map<SummedTable, TableSum>();
  readonly #dirty = new Set<SummedTable>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** As the file states it, with the changes of the open transaction. Throws StorageError `corrupt`. */
  of(table: SummedTable): TableSum {
    const known = this.#known.get(table);
    if (known !== undefined) return known;
    const row = this.#db.once("SELECT rows, sum, crc FROM _cf_sums WHERE t = ?").get(table);
    if (row === undefined) throw new StorageError("corrupt", `The sum of table ${table} is missing`);
    const stated = { rows: row["rows"] as number, sum: row["sum"] as number };
    verifyText(row["crc"], [table, stated.rows, stated.sum], `the sum of table ${table}`);
    this.#known.set(table, stated);
    return stated;
  }

  /** A row took the place of another; 0 rows before or after where it is new or gone. */
  replace(table: SummedTable, before: number | undefined, after: number | undefined): void {
    const { rows, sum } = this.of(table);
    this.#set(table, {
      rows: rows + (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1),
      sum: (((sum + (after ?? 0) - (before ?? 0)) % MODULUS) + MODULUS) % MODULUS,
    });
  }

  /** States what the table holds now; for migrations and for tables that were emptied. */
  recount(table: SummedTable): void {
    this.#set(table, this.count(table));
  }

  /** Scans the table. Throws what SQLite throws. */
  count(table: SummedTable): TableSum {
    return foundIn(this.#db.once(countOf(table)).get());
  }

  /** As `check` for each, by two statements only: a file is opened often, and each statement costs some KiB until it is collected. */
  checkAll(tables: readonly SummedTable[]): void {
    for (const row of this.#db.once("SELECT t, rows, sum, crc FROM _cf_sums").all()) {
      const [table, stated] = [row["t"] as SummedTable, { rows: row["rows"] as number, sum: row["sum"] as number }];
      verifyText(row["crc"], [table, stated.rows, stated.sum], `the sum of table ${table}`);
      this.#known.set(table, stated);
    }
    const counts = this.#db.once(tables.map(countOf).join(" UNION ALL ")).all();
    tables.forEach((table, i) => this.#compare(table, foundIn(counts[i])));
  }

  /** Throws StorageError `corrupt` unless the table holds what its sum says. */
  check(table: SummedTable): void {
    this.#compare(table, this.count(table));
  }

  #compare(table: SummedTable, found: TableSum): void {
    const stated = this.of(table);
    if (found.rows === stated.rows && found.sum === stated.sum) return;
    throw new StorageError("corrupt", `Table ${table} has ${found.rows} rows where ${stated.rows} were written, or others than those`);
  }

  /** Before the transaction commits or is marked. */
  write(): void {
    for (const table of this.#dirty) {
      const { rows, sum } = this.of(table);
      this.#db
        .sql("INSERT OR REPLACE INTO _cf_sums (t, rows, sum, crc) VALUES (?, ?, ?, ?)")
        .run(table, rows, sum, textChecksum(table, rows, sum));
    }
    this.#dirty.clear();
  }

  /** What is known may have been rolled back. */
  forget(): void {
    this.#known.clear();
    this.#dirty.clear();
  }

  #set(table: SummedTable, sum: TableSum): void {
    this.#known.set(table, sum);
    this.#dirty.add(table);
  }
}

function countOf(table: SummedTable): string {
  return `SELECT count(*) AS rows, coalesce(sum(crc) % ${MODULUS}, 0) AS sum FROM ${table} NOT INDEXED`;
}

function foundIn(row: Readonly<Record<string, unknown>> | undefined): TableSum {
  return { rows: Number(row?.["rows"]), sum: Number(row?.["sum"]) };
}
