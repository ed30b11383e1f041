// Bytes of pictures by their hash, in tables of the room's own: what is backed up, restored or deleted with the room's
// file is so with them. Rows are small enough for Durable Objects.
import type { RoomSql } from "@inkroom/rooms";

export type Blob = { readonly mime: string; readonly bytes: Uint8Array };

/** Largest row, bytes: Durable Objects take none above 2 MB. */
const PART_BYTES = 1024 * 1024;

const TABLES = `
  CREATE TABLE IF NOT EXISTS blobs (hash TEXT PRIMARY KEY, mime TEXT NOT NULL, size INTEGER NOT NULL, stored_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS blob_parts (hash TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (hash, part)) STRICT
`;

export class Blobs {
  readonly #sql: RoomSql;
  readonly #maxBytes: number;

  /** `maxBytes`: of all blobs of the room together. */
  constructor(sql: RoomSql, maxBytes: number) {
    this.#sql = sql;
    this.#maxBytes = maxBytes;
  }

  has(hash: string): boolean {
    return this.#exist() && this.#sql.exec("SELECT 1 FROM blobs WHERE hash = ?", hash).toArray().length > 0;
  }

  /** Undefined where it is not there, or not whole. */
  get(hash: string): Blob | undefined {
    if (!this.#exist()) return undefined;
    const [blob] = this.#sql.exec<{ mime: string; size: number }>("SELECT mime, size FROM blobs WHERE hash = ?", hash).toArray();
    if (blob === undefined) return undefined;
    const bytes = new Uint8Array(blob.size);
    let at = 0;
    for (const row of this.#sql.exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM blob_parts WHERE hash = ? ORDER BY part", hash)) {
      if (at + row.bytes.byteLength > bytes.length) return undefined;
      bytes.set(new Uint8Array(row.bytes), at);
      at += row.bytes.byteLength;
    }
    return at === bytes.length ? { mime: blob.mime, bytes } : undefined;
  }

  /** False where the room would hold more than it may. A blob that is there already stays as it is. `now`: ms. */
  put(hash: string, { mime, bytes }: Blob, now: number): boolean {
    if (this.has(hash)) return true;
    this.#sql.exec(TABLES);
    const { total } = this.#sql.exec<{ total: number }>("SELECT coalesce(sum(size), 0) AS total FROM blobs").one();
    if (total + bytes.length > this.#maxBytes) return false;
    for (let part = 0; part * PART_BYTES < bytes.length; part++) {
      const row = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      this.#sql.exec("INSERT OR REPLACE INTO blob_parts (hash, part, bytes) VALUES (?, ?, ?)", hash, part, row);
    }
    // Last: where the disk had room for some of the parts only, there is no blob.
    this.#sql.exec("INSERT INTO blobs (hash, mime, size, stored_at) VALUES (?, ?, ?, ?)", hash, mime, bytes.length, now);
    return true;
  }

  /** A question must not make a file for a room that has none. */
  #exist(): boolean {
    return this.#sql.exec("SELECT 1 FROM sqlite_schema WHERE name = 'blobs'").toArray().length > 0;
  }
}
