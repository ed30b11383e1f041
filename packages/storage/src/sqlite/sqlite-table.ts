// A table of bytes by key in a room file.
import { CHECKPOINT_KEY } from "@inkroom/rooms";
import type { ByteTable, KeyRange } from "@inkroom/rooms";
import { checksum, verify } from "./checksum.ts";
import type { RoomFile } from "./room-file.ts";

type Row = { readonly k: string; readonly v: Uint8Array; readonly crc: number };

export class SqliteTable implements ByteTable {
  readonly #file: RoomFile;
  readonly #table: "_cf_values" | "_cf_bytes";

  constructor(file: RoomFile, table: "_cf_values" | "_cf_bytes") {
    this.#file = file;
    this.#table = table;
  }

  get(key: string): Uint8Array | undefined {
    return this.#file.read((db) => {
      const row = db.sql(`SELECT k, v, crc FROM ${this.#table} WHERE k = ?`).get(key) as Row | undefined;
      return row && contentOf(row);
    });
  }

  put(key: string, value: Uint8Array): void {
    const sql = `INSERT INTO ${this.#table} (k, v, crc) VALUES (?, ?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v, crc = excluded.crc`;
    this.#file.write((db) => {
      if (key === CHECKPOINT_KEY) this.#file.step("mid_checkpoint");
      const before = db.sql(`SELECT crc FROM ${this.#table} WHERE k = ?`).get(key)?.["crc"] as number | undefined;
      const crc = checksum(key, value);
      db.sql(sql).run(key, value, crc);
      db.sums.replace(this.#table, before, crc);
    });
  }

  delete(key: string): boolean {
    if (this.#file.read(() => true) === undefined) return false;
    return this.#file.write((db) => {
      const deleted = db.sql(`DELETE FROM ${this.#table} WHERE k = ? RETURNING crc`).get(key);
      if (deleted !== undefined) db.sums.replace(this.#table, deleted["crc"] as number, undefined);
      return deleted !== undefined;
    });
  }

  clear(): void {
    if (this.#file.read(() => true) === undefined) return;
    this.#file.write((db) => {
      db.sql(`DELETE FROM ${this.#table}`).run();
      db.sums.recount(this.#table);
    });
  }

  list({ from, after, before, reverse, limit }: KeyRange): [string, Uint8Array][] {
    const bounds: string[] = [];
    const values: string[] = [];
    const bound = (condition: string, value: string | undefined): void => {
      if (value === undefined) return;
      bounds.push(condition);
      values.push(value);
    };
    bound("k >= ?", from);
    bound("k > ?", after);
    bound("k < ?", before);
    const where = bounds.length > 0 ? ` WHERE ${bounds.join(" AND ")}` : "";
    const sql = `SELECT k, v, crc FROM ${this.#table}${where} ORDER BY k ${reverse ? "DESC" : "ASC"} LIMIT ?`;
    const rows = this.#file.read((db) => {
      const found = db.sql(sql).all(...values, limit ?? -1) as Row[];
      return found.map((row): [string, Uint8Array] => [row.k, contentOf(row)]);
    });
    return rows ?? [];
  }
}

function contentOf({ k, v, crc }: Row): Uint8Array {
  verify(crc, k, v, "a stored value");
  return v;
}
