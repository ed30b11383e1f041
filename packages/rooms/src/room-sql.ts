// `ctx.storage.sql`: tables of the room's own, by SQL. Names are those of Durable Objects.
import type { SqlResult, SqlValue } from "./ports.ts";
import type { StoreAccess } from "./guarded-storage.ts";
import { StorageError } from "./room-storage.ts";

/** What a `?` may stand for. A boolean is stored as the text `true` or `false`, undefined as NULL, bytes as a BLOB. */
export type SqlBinding = string | number | boolean | null | undefined | ArrayBuffer | ArrayBufferView;

/** A row by column name. Of two columns of one name the last counts. */
export type SqlRow = Record<string, SqlValue>;

export type SqlRawRows = IterableIterator<SqlValue[]> & { toArray(): SqlValue[][] };

/** The rows of a statement. They are all read when `exec` returns; what is written afterwards does not show in them. */
export interface SqlCursor<Row = SqlRow> extends IterableIterator<Row> {
  /** The rows that were not taken yet. */
  toArray(): Row[];
  /** The only row. Throws Error unless there is exactly one left. */
  one(): Row;
  /** The rows that were not taken yet, as arrays in the order of the columns. */
  raw(): SqlRawRows;
  readonly columnNames: readonly string[];
  /** Rows taken so far. */
  readonly rowsRead: number;
  /** Rows inserted, changed or deleted, those by triggers and foreign keys among them. */
  readonly rowsWritten: number;
}

export interface RoomSql {
  /**
   * Runs statements, separated by `;`, in the transaction of the turn, and gives the rows of the last, the only one that
   * may have parameters. Throws `StorageError` `sql` for what SQLite refuses: that statement then had no effect, what was
   * written before it stays. Numbers are doubles in both directions; a BLOB comes as an ArrayBuffer.
   */
  exec<Row = SqlRow>(query: string, ...bindings: readonly SqlBinding[]): SqlCursor<Row>;
  /** Bytes of the room's file; 0 before its first write. */
  readonly databaseSize: number;
}

class RowCursor<Row> implements SqlCursor<Row> {
  readonly #result: SqlResult;
  #taken = 0;

  constructor(result: SqlResult) {
    this.#result = result;
  }

  get columnNames(): readonly string[] {
    return this.#result.columnNames;
  }

  get rowsRead(): number {
    return this.#taken;
  }

  get rowsWritten(): number {
    return this.#result.rowsWritten;
  }

  next(): IteratorResult<Row, undefined> {
    const row = this.#take();
    return row === undefined ? { done: true, value: undefined } : { done: false, value: this.#named(row) };
  }

  [Symbol.iterator](): this {
    return this;
  }

  toArray(): Row[] {
    return [...this];
  }

  one(): Row {
    const left = this.#result.rows.length - this.#taken;
    const row = this.#take();
    if (row !== undefined && left === 1) return this.#named(row);
    throw new Error(`Expected exactly one row, but there ${left === 0 ? "is none" : `are ${left}`}`);
  }

  raw(): SqlRawRows {
    // reason: generators have toArray since ES2025, which the pure packages' types do not know yet.
    return this.#rest() as unknown as SqlRawRows;
  }

  *#rest(): Generator<SqlValue[], undefined> {
    for (let row = this.#take(); row !== undefined; row = this.#take()) yield [...row];
  }

  #take(): readonly SqlValue[] | undefined {
    const row = this.#result.rows[this.#taken];
    if (row !== undefined) this.#taken++;
    return row;
  }

  #named(row: readonly SqlValue[]): Row {
    // reason: only the author of the query knows its columns.
    return Object.fromEntries(this.#result.columnNames.map((name, i) => [name, row[i]])) as Row;
  }
}

export class GuardedSql implements RoomSql {
  readonly #access: StoreAccess;

  constructor(access: StoreAccess) {
    this.#access = access;
  }

  exec<Row = SqlRow>(query: string, ...bindings: readonly SqlBinding[]): SqlCursor<Row> {
    const values = bindings.map(boundValue);
    // Whether it writes only the driver finds out; to flush a turn without writes costs nothing.
    return new RowCursor<Row>(this.#access.write().sql.exec(String(query), values));
  }

  get databaseSize(): number {
    return this.#access.read().sql.sizeBytes();
  }
}

function boundValue(value: SqlBinding): string | number | null | Uint8Array {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return String(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new StorageError("bad_value", `SQL cannot store a value of type ${typeof value}`);
}
