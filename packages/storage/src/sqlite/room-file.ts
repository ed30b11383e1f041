// Access to one room's file: opened when first needed, made by the first write, given up when other rooms need handles.
import { existsSync } from "node:fs";
import { StorageError } from "@inkroom/rooms";
import type { Savepoint, StorageErrorCode } from "@inkroom/rooms";
import { Database } from "./database.ts";
import { isConstraint, sqlError, storageError } from "./errors.ts";
import type { HandlePool } from "./handle-pool.ts";
import { ROOM_SCHEMA } from "./schema.ts";
import type { UserSql } from "./user-sql.ts";

/** Errors of the statement, not of the disk. */
const HARMLESS: ReadonlySet<StorageErrorCode> = new Set(["sql", "bad_value"]);

export class RoomFile {
  readonly #path: string;
  /** The room's key, as the file states it. */
  readonly #subject: string;
  readonly #pool: HandlePool;
  /** Called before the file is made. */
  readonly #onCreate: () => void;
  #db: Database | undefined;
  #broken: StorageError | undefined;
  #isClosed = false;
  #marks = 0;

  constructor(path: string, subject: string, pool: HandlePool, onCreate: () => void) {
    this.#path = path;
    this.#subject = subject;
    this.#pool = pool;
    this.#onCreate = onCreate;
  }

  /** Runs a query; undefined if nothing has ever been stored. Throws StorageError. */
  read<T>(query: (db: Database) => T): T | undefined {
    this.#assertOpen();
    if (this.#db === undefined && !existsSync(this.#path)) return undefined;
    try {
      return query(this.#use());
    } catch (error) {
      throw storageError(error, "read");
    }
  }

  /** Runs a change inside the open transaction, or opens one. After a failure of the disk `commit` fails too. */
  write<T>(change: (db: Database) => T): T {
    this.#assertOpen();
    if (this.#broken !== undefined) throw this.#broken;
    try {
      if (this.#db === undefined && !existsSync(this.#path)) this.#onCreate();
      const db = this.#use();
      if (!db.isInTransaction) db.begin();
      return change(db);
    } catch (error) {
      if (isConstraint(error)) throw new StorageError("duplicate", "This entry was decided before", { cause: error });
      const failure = storageError(error, "write");
      // SQLite may have rolled back what came before in this transaction; it must not seem to be there.
      if (failure.code !== "duplicate") this.#broken = failure;
      throw failure;
    }
  }

  /** Runs the room's own SQL, which calls `begin` before it writes. Makes the file if there is none. */
  runSql<T>(work: (sql: UserSql, begin: () => void) => T): T {
    this.#assertOpen();
    if (this.#broken !== undefined) throw this.#broken;
    let hasBegun = false;
    try {
      if (this.#db === undefined && !existsSync(this.#path)) this.#onCreate();
      const db = this.#use();
      hasBegun = db.isInTransaction;
      return work(db.userSql, () => {
        if (!db.isInTransaction) db.begin();
        hasBegun = true;
      });
    } catch (error) {
      const failure = sqlError(error);
      // A refused statement has had no effect, but some take the whole transaction with them (ON CONFLICT ROLLBACK).
      const isGone = hasBegun && this.#db?.isInTransaction !== true;
      if (isGone || !HARMLESS.has(failure.code)) this.#broken = failure;
      throw failure;
    }
  }

  commit(): void {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      if (this.#db?.isInTransaction === true) this.#db.commit();
    } catch (error) {
      this.#broken = storageError(error, "commit");
      throw this.#broken;
    }
  }

  rollback(): void {
    this.#broken = undefined;
    this.#db?.rollback();
  }

  /**
   * Marks a place in the open transaction. Without one, going back to the mark is going back to the last commit: then
   * `rollback` is `whole`. Throws StorageError.
   */
  savepoint(whole: () => void): Savepoint {
    this.#assertOpen();
    const db = this.#db;
    if (db?.isInTransaction !== true) return { release: () => {}, rollback: whole };
    const name = `mark_${++this.#marks}`;
    db.savepoint(name);
    return {
      release: () => db.release(name),
      rollback: () => {
        try {
          db.rollbackTo(name);
        } catch (error) {
          this.#broken ??= storageError(error, "go back"); // then nothing of this transaction may be committed
        }
      },
    };
  }

  /** True while the handle must not be taken away. */
  get isBusy(): boolean {
    return this.#db?.isInTransaction === true;
  }

  /** Closes the handle until it is needed again. Only while not busy. */
  release(): void {
    this.#db?.close();
    this.#db = undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.rollback();
    this.release();
    this.#pool.remove(this);
  }

  #use(): Database {
    this.#db ??= new Database(this.#path, ROOM_SCHEMA, this.#subject);
    this.#pool.touch(this);
    return this.#db;
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new StorageError("closed", "This room's storage is closed");
  }
}
