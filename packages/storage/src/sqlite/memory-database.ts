// A room's own tables in memory, by node:sqlite.
import { DatabaseSync } from "node:sqlite";
import type { Savepoint, SqlResult, StorageError } from "@inkroom/rooms";
import type { MemorySql } from "@inkroom/rooms/memory";
import { sqlError, storageError } from "./errors.ts";
import { UserSql } from "./user-sql.ts";
import type { SqlInput } from "./user-sql.ts";

/** Opens its database with the first statement: most rooms have none. */
export class MemoryDatabase implements MemorySql {
  #open: { readonly db: DatabaseSync; readonly sql: UserSql } | undefined;
  #marks = 0;
  /** A statement has taken the transaction with it: what else the turn has written must not be committed. */
  #broken: StorageError | undefined;

  exec(query: string, bindings: readonly SqlInput[]): SqlResult {
    if (this.#broken !== undefined) throw this.#broken;
    const { db, sql } = this.#use();
    let hasBegun = db.isTransaction;
    try {
      return sql.exec(query, bindings, () => {
        begin(db);
        hasBegun = true;
      });
    } catch (error) {
      const failure = sqlError(error);
      if (hasBegun && !db.isTransaction) this.#broken = failure;
      throw failure;
    }
  }

  sizeBytes(): number {
    return this.#open?.sql.sizeBytes() ?? 0;
  }

  clear(): void {
    if (this.#open === undefined) return;
    begin(this.#open.db);
    this.#open.sql.clear();
  }

  /** Throws StorageError: a foreign key that is checked late may be violated. */
  commit(): void {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      if (this.#open?.db.isTransaction === true) this.#open.db.exec("COMMIT");
    } catch (error) {
      throw storageError(error, "commit");
    }
  }

  rollback(): void {
    this.#broken = undefined;
    if (this.#open?.db.isTransaction === true) this.#open.db.exec("ROLLBACK");
  }

  savepoint(): Savepoint {
    const db = this.#open?.db;
    // With nothing written since the last commit, going back to the mark is going back to that.
    if (db?.isTransaction !== true) return { release: () => {}, rollback: () => this.rollback() };
    const name = `mark_${++this.#marks}`;
    db.exec(`SAVEPOINT ${name}`);
    return { release: () => db.exec(`RELEASE ${name}`), rollback: () => db.exec(`ROLLBACK TO ${name}; RELEASE ${name}`) };
  }

  #use(): { readonly db: DatabaseSync; readonly sql: UserSql } {
    if (this.#open === undefined) {
      const db = new DatabaseSync(":memory:");
      db.enableDefensive(true);
      this.#open = { db, sql: new UserSql(db) };
    }
    return this.#open;
  }
}

function begin(db: DatabaseSync): void {
  if (!db.isTransaction) db.exec("BEGIN");
}
