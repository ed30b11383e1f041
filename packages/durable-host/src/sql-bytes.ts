// Raw bytes by key in the SQLite of a Durable Object.
import { checkKey, rangeOf } from "@inkroom/rooms/contract";
import type { ByteTable, KeyRange, RoomBytes } from "@inkroom/rooms/contract";
import { checksum, verify } from "./checksum.ts";
import { bytesOf, rowsOf, textOf } from "./sql.ts";
import type { Sql, SqlRow } from "./sql.ts";

export class SqlTable implements ByteTable {
  readonly #open: () => Sql;

  /** `open` gives the database with its tables. */
  constructor(open: () => Sql) {
    this.#open = open;
  }

  get(key: string): Uint8Array | undefined {
    const [row] = rowsOf(this.#open(), "SELECT k, v, crc FROM inkroom_bytes WHERE k = ?", key);
    return row && contentOf(row);
  }

  put(key: string, value: Uint8Array): void {
    const sql = "INSERT INTO inkroom_bytes (k, v, crc) VALUES (?, ?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v, crc = excluded.crc";
    rowsOf(this.#open(), sql, key, value, checksum(key, value));
  }

  delete(key: string): boolean {
    return rowsOf(this.#open(), "DELETE FROM inkroom_bytes WHERE k = ? RETURNING k", key).length === 1;
  }

  clear(): void {
    rowsOf(this.#open(), "DELETE FROM inkroom_bytes");
  }

  list({ from, after, before, reverse, limit }: KeyRange): [string, Uint8Array][] {
    const bounds = [
      ["k >= ?", from],
      ["k > ?", after],
      ["k < ?", before],
    ].filter((bound): bound is [string, string] => bound[1] !== undefined);
    const where = bounds.length > 0 ? ` WHERE ${bounds.map(([condition]) => condition).join(" AND ")}` : "";
    const sql = `SELECT k, v, crc FROM inkroom_bytes${where} ORDER BY k ${reverse ? "DESC" : "ASC"} LIMIT ?`;
    return rowsOf(this.#open(), sql, ...bounds.map(([, value]) => value), limit ?? -1).map((row) => [textOf(row["k"]), contentOf(row)]);
  }
}

function contentOf(row: SqlRow): Uint8Array {
  const content = bytesOf(row["v"]);
  verify(row["crc"], textOf(row["k"]), content, "a stored value");
  return content;
}

/** The table as rooms see it: with the checks of keys and ranges. */
export function roomBytes(table: ByteTable): RoomBytes {
  return {
    get(key) {
      checkKey(key);
      return table.get(key);
    },
    put(key, value) {
      checkKey(key);
      table.put(key, value);
    },
    delete(key) {
      checkKey(key);
      return table.delete(key);
    },
    list: (options) => table.list(rangeOf(options)),
  };
}
