// The `exec` of a Durable Object's SQLite over node:sqlite: blobs come back as ArrayBuffers, and nothing is prepared twice.
import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import type { Sql, SqlRow, SqlValue } from "../sql.ts";

/** An empty database in memory. */
export function nodeSql(): Sql & { close(): void } {
  const db = new DatabaseSync(":memory:");
  const statements = new Map<string, StatementSync>();
  return {
    exec(query, ...bindings) {
      const statement = statements.get(query) ?? db.prepare(query);
      statements.set(query, statement);
      const values = bindings.map((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value));
      return statement.all(...values).map(asRow);
    },
    close: () => db.close(),
  };
}

function asRow(row: Record<string, unknown>): SqlRow {
  // reason: node:sqlite gives numbers, strings, nulls and Uint8Arrays.
  const columns = Object.entries(row) as [string, SqlValue | Uint8Array<ArrayBuffer>][];
  return Object.fromEntries(columns.map(([name, value]) => [name, value instanceof Uint8Array ? value.slice().buffer : value]));
}
