// The room's own SQL on one database handle: statements compiled under the guard, kept for reuse, and run.
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { StorageError } from "@inkroom/rooms";
import type { SqlResult, SqlValue } from "@inkroom/rooms";
import { sqlError } from "./errors.ts";
import { RESERVED_PREFIX, SqlGuard } from "./sql-guard.ts";
import { statementsOf } from "./sql-text.ts";
import type { SqlStatement } from "./sql-text.ts";

/** Compiled statements kept for each handle. */
const MAX_KEPT = 64;

export type SqlInput = string | number | null | Uint8Array;

type Compiled = { readonly statement: StatementSync; readonly isReading: boolean };

export class UserSql {
  readonly #db: DatabaseSync;
  readonly #guard = new SqlGuard();
  #isGuarded = false;
  #countChanges: StatementSync | undefined;
  /** By text, least recently used first. */
  readonly #compiled = new Map<string, Compiled>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** As the port says. `begin` is called before the first statement that writes. */
  exec(query: string, bindings: readonly SqlInput[], begin: () => void): SqlResult {
    const statements = checkedStatements(query, bindings.length);
    let result: SqlResult | undefined;
    for (const each of statements) result = this.#run(each, each === statements.at(-1) ? bindings : [], begin);
    return result as SqlResult; // there is at least one
  }

  /** Drops all tables, views and triggers that are not ours. Inside a transaction. */
  clear(): void {
    this.#db.exec("PRAGMA defer_foreign_keys = ON"); // the order of dropping does not matter
    const named = `name NOT LIKE '${RESERVED_PREFIX.replaceAll("_", "\\_")}%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
    // Tables of a module take the tables they are made of with them, so they come first.
    for (const what of ["type = 'view'", "type = 'table' AND sql LIKE 'CREATE VIRTUAL%'", "type = 'table'"]) {
      const rows = this.#db.prepare(`SELECT type, name FROM sqlite_schema WHERE ${what} AND ${named}`).all();
      for (const { type, name } of rows) this.#db.exec(`DROP ${String(type)} "${String(name).replaceAll('"', '""')}"`);
    }
    this.#compiled.clear();
  }

  sizeBytes(): number {
    const pages = this.#db.prepare("PRAGMA page_count").get()?.["page_count"] as number;
    return pages * (this.#db.prepare("PRAGMA page_size").get()?.["page_size"] as number);
  }

  #run({ text, parameters }: SqlStatement, bindings: readonly SqlInput[], begin: () => void): SqlResult {
    if (!this.#isGuarded) {
      // Once for each handle, and only where there is such SQL: it makes SQLite compile all other statements again.
      this.#db.setAuthorizer(this.#guard.authorize);
      this.#isGuarded = true;
    }
    try {
      const { statement, isReading } = this.#compile(text);
      if (!isReading) begin();
      const before = this.#changes();
      // A statement is compiled again when the schema has changed, so the guard stays on.
      const rows = this.#guard.during(text, () => statement.all(...argumentsOf(parameters, bindings))) as unknown as unknown[][];
      return { columnNames: statement.columns().map(({ name }) => name), rows: rows.map(valuesOf), rowsWritten: this.#changes() - before };
    } catch (error) {
      if (this.#guard.sawTransaction)
        throw new StorageError("sql", "Use storage.transaction or storage.transactionSync in place of BEGIN, COMMIT and SAVEPOINT");
      throw sqlError(error);
    }
  }

  #compile(text: string): Compiled {
    let compiled = this.#compiled.get(text);
    if (compiled === undefined) {
      const statement = this.#guard.during(text, () => this.#db.prepare(text));
      statement.setReturnArrays(true);
      statement.setReadBigInts(true); // otherwise integers beyond 2^53 throw
      compiled = { statement, isReading: this.#guard.sawOnlyReads };
    }
    this.#compiled.delete(text);
    this.#compiled.set(text, compiled);
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > MAX_KEPT && oldest !== undefined) this.#compiled.delete(oldest);
    return compiled;
  }

  #changes(): number {
    this.#countChanges ??= this.#db.prepare("SELECT total_changes() AS n");
    return this.#countChanges.get()?.["n"] as number;
  }
}

function checkedStatements(query: string, bindings: number): readonly SqlStatement[] {
  if (query.includes("\0")) throw new StorageError("sql", "SQL cannot contain the character NUL");
  const statements = statementsOf(query);
  const last = statements.at(-1);
  if (last === undefined) throw new StorageError("sql", "The text contains no statement");
  if (statements.some((each) => each !== last && each.parameters.length > 0))
    throw new StorageError("sql", "Of several statements only the last can have parameters");
  if (last.parameters.length !== bindings)
    throw new StorageError("sql", `The statement has ${last.parameters.length} parameters, but ${bindings} values were given`);
  return statements;
}

/** Values in order, with those of named parameters by name in front, as node:sqlite wants them. */
function argumentsOf(parameters: readonly (string | undefined)[], bindings: readonly SqlInput[]): SQLInputValue[] {
  if (parameters.every((name) => name === undefined)) return [...bindings];
  const byName = Object.fromEntries(parameters.flatMap((name, i) => (name === undefined ? [] : [[name, bindings[i]]])));
  // reason: node:sqlite takes names only as the first argument, which its type of a value does not tell.
  return [byName as unknown as SQLInputValue, ...bindings.filter((_, i) => parameters[i] === undefined)];
}

function valuesOf(row: readonly unknown[]): SqlValue[] {
  return row.map((value) => {
    if (typeof value === "bigint") return Number(value);
    if (value instanceof Uint8Array) return new Uint8Array(value).buffer;
    return value as string | number | null; // reason: SQLite has no other types
  });
}
