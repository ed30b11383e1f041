// Access to one room's file: opened when first needed, made by the first write, given up when other rooms need handles.
import { existsSync, rmSync } from "node:fs";
import { StorageError } from "@inkroom/rooms";
import type { RoomDamage, Savepoint, StorageErrorCode } from "@inkroom/rooms";
import { Database } from "./database.ts";
import type { DiskState } from "./disk-state.ts";
import { isConstraint, sqlError, storageError } from "./errors.ts";
import { ROOM_FORMAT } from "./file-format.ts";
import type { HandlePool } from "./handle-pool.ts";
import { readMeta } from "./meta.ts";
import type { StorageStep } from "./steps.ts";
import type { UserSql } from "./user-sql.ts";

/** Errors of the statement, not of the disk. */
const HARMLESS: ReadonlySet<StorageErrorCode> = new Set(["sql", "bad_value", "read_only"]);

export type RoomFileOptions = {
  readonly path: string;
  /** The room's key, as the file states it. */
  readonly subject: string;
  /** The file has been committed to before: it must be there. */
  readonly isKnown: boolean;
  readonly pool: HandlePool;
  readonly disk: DiskState;
  readonly onStep?: ((step: StorageStep) => void) | undefined;
  /** Called before the file is made. */
  readonly onCreate: () => void;
  /** Something is on disk, for the first time. */
  readonly onStored: () => void;
  /** Something read from the file is not as it was written, or the disk failed: it must be verified before it is used again. */
  readonly onSuspect: () => void;
};

export class RoomFile {
  readonly #options: RoomFileOptions;
  #isKnown: boolean;
  #isChecked = false;
  #db: Database | undefined;
  #damage: RoomDamage | undefined;
  #broken: StorageError | undefined;
  #isClosed = false;
  #copies = 0;
  #marks = 0;

  constructor(options: RoomFileOptions) {
    this.#options = options;
    this.#isKnown = options.isKnown;
  }

  /** Why the room may only be read. Throws StorageError. */
  get damage(): RoomDamage | undefined {
    this.read(() => undefined);
    return this.#damage;
  }

  /** For faults in tests. */
  step(step: StorageStep): void {
    this.#options.onStep?.(step);
  }

  /** Runs a query; undefined if nothing has ever been stored. Throws StorageError. */
  read<T>(query: (db: Database) => T): T | undefined {
    this.#assertOpen();
    if (this.#db === undefined && !this.#isKnown && !existsSync(this.#options.path)) return undefined;
    try {
      return query(this.#use());
    } catch (error) {
      throw this.#noted(storageError(error, "read"));
    }
  }

  /** Runs a change inside the open transaction, or opens one. After a failure of the disk `commit` fails too. */
  write<T>(change: (db: Database) => T): T {
    this.#assertOpen();
    if (this.#broken !== undefined) throw this.#broken;
    try {
      if (this.#db?.isInTransaction !== true) this.#options.disk.assertWritable();
      const db = this.#made();
      this.#begin(db);
      return change(db);
    } catch (error) {
      if (isConstraint(error)) throw new StorageError("duplicate", "This entry was decided before", { cause: error });
      const failure = storageError(error, "write");
      if (failure.code === "duplicate" || failure.code === "read_only") throw failure;
      if (this.#isRefusedUntried(failure)) throw failure;
      // SQLite may have rolled back what came before in this transaction; it must not seem to be there.
      this.#broken = failure;
      throw this.#noted(failure);
    }
  }

  /** Runs the room's own SQL, which calls `begin` before it writes. Makes the file if there is none. */
  runSql<T>(work: (sql: UserSql, begin: () => void) => T): T {
    this.#assertOpen();
    if (this.#broken !== undefined) throw this.#broken;
    let hasBegun = false;
    try {
      const db = this.#made();
      hasBegun = db.isInTransaction;
      return work(db.userSql, () => {
        if (!db.isInTransaction) this.#options.disk.assertWritable();
        this.#begin(db);
        hasBegun = true;
      });
    } catch (error) {
      const failure = sqlError(error);
      if (this.#isRefusedUntried(failure)) throw failure;
      // A refused statement has had no effect, but some take the whole transaction with them (ON CONFLICT ROLLBACK).
      const isGone = hasBegun && this.#db?.isInTransaction !== true;
      if (isGone || !HARMLESS.has(failure.code)) this.#broken = failure;
      throw this.#noted(failure);
    }
  }

  commit(): void {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      if (this.#db?.isInTransaction !== true) return;
      this.#db.commit();
    } catch (error) {
      this.#broken = storageError(error, "commit");
      throw this.#noted(this.#broken);
    }
    this.#noteStored();
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
    return this.#copies > 0 || this.#db?.isInTransaction === true;
  }

  /** Copies the file while the room goes on. False if nothing has ever been stored. Throws StorageError. */
  async copyTo(path: string): Promise<boolean> {
    this.#copies += 1;
    try {
      if (this.read(() => true) === undefined) return false;
      await (this.#db as Database).copyTo(path);
      return true;
    } catch (error) {
      throw storageError(error, "copy the file");
    } finally {
      this.#copies -= 1;
    }
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
    this.#options.pool.remove(this);
  }

  #use(): Database {
    if (this.#db === undefined) {
      const { path, subject, onStep } = this.#options;
      this.#db = new Database(path, {
        format: ROOM_FORMAT,
        subject,
        isOurs: true,
        isKnown: this.#isKnown,
        isChecked: this.#isChecked,
        onStep,
      });
      this.#isChecked = true;
      const damage = readMeta(this.#db, "damage");
      // reason: written by the recovery as JSON of this type, and under a checksum.
      this.#damage = damage === undefined ? undefined : (JSON.parse(damage) as RoomDamage);
    }
    this.#options.pool.touch(this);
    return this.#db;
  }

  #made(): Database {
    const { path, onCreate } = this.#options;
    const isNew = this.#db === undefined && !this.#isKnown && !existsSync(path);
    if (!isNew) return this.#use();
    onCreate();
    try {
      return this.#use();
    } catch (error) {
      // Half a file would have to be finished before the room could be read, which a full disk does not allow.
      for (const suffix of ["-wal", "-journal", ""]) rmSync(path + suffix, { force: true });
      throw error;
    }
  }

  #begin(db: Database): void {
    if (this.#damage !== undefined) throw new StorageError("read_only", "This room was recovered from a damaged file and may only be read");
    if (!db.isInTransaction) db.begin();
  }

  /** The disk was known to be full: what came before in memory is not ahead of it. */
  #isRefusedUntried(failure: StorageError): boolean {
    return failure.code === "full" && this.#db?.isInTransaction !== true && this.#options.disk.isFull;
  }

  #noteStored(): void {
    if (this.#isKnown) return;
    this.#isKnown = true;
    try {
      this.#options.onStored();
    } catch {
      // The next process notes it when it opens the file.
      this.#isKnown = false;
    }
  }

  #noted(error: StorageError): StorageError {
    this.#options.disk.failed(error);
    if (error.code === "corrupt" || error.code === "io") this.#options.onSuspect();
    return error;
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new StorageError("closed", "This room's storage is closed");
  }
}
