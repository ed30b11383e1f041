// One SQLite file: opened with the settings of this program, checked, brought to the newest version, and with its
// statements prepared once.
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { StorageError } from "@inkroom/rooms";
import { copyDatabase } from "./copy-database.ts";
import { storageError } from "./errors.ts";
import { migrationFrom } from "./file-format.ts";
import type { FileFormat } from "./file-format.ts";
import { readMeta, writeMeta } from "./meta.ts";
import { PRAGMAS, SCHEMA_VERSION, SMALL_CACHE } from "./schema.ts";
import { TableSums } from "./table-sums.ts";
import { UserSql } from "./user-sql.ts";
import { assertWholeWal } from "./wal-file.ts";
import type { StorageStep } from "./steps.ts";

/** Files up to this size are checked as a whole after an unclean end; the check takes about 1 ms per MiB. */
const MAX_CHECKED_BYTES = 16 * 1024 * 1024;

export type DatabaseOptions = {
  readonly format: FileFormat;
  /** Names what the file holds and is checked on every later open. */
  readonly subject: string;
  /** It has been committed to before: missing or empty means damaged. */
  readonly isKnown?: boolean;
  /** No other process can have the file open: its log may be read before SQLite takes the lock. */
  readonly isOurs: boolean;
  /** This process has checked the sums of its tables before. */
  readonly isChecked?: boolean;
  /** Told of each step on the way to the disk; for faults in tests. */
  readonly onStep?: ((step: StorageStep) => void) | undefined;
};

export class Database {
  readonly path: string;
  readonly sums: TableSums;
  readonly #options: DatabaseOptions;
  #db: DatabaseSync;
  #userSql: UserSql | undefined;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens the file, making it if needed. Throws StorageError. */
  constructor(path: string, options: DatabaseOptions) {
    this.path = path;
    this.#options = options;
    this.sums = new TableSums(this);
    let wasCut: boolean;
    try {
      if (options.isKnown === true && (!existsSync(path) || statSync(path).size === 0))
        throw new StorageError("corrupt", "The file is missing or empty");
      mkdirSync(dirname(path), { recursive: true });
      wasCut = existsSync(`${path}-wal`); // a clean close removes it
      if (wasCut && options.isOurs) assertWholeWal(path);
      this.#db = new DatabaseSync(path);
    } catch (error) {
      throw storageError(error, "open the file");
    }
    try {
      this.#configure();
      if (wasCut) this.#quickCheck(); // reads, which takes the lock
      if (wasCut && !options.isOurs) assertWholeWal(path);
      this.#check();
      this.#db.exec(SMALL_CACHE); // lets go of what the checks have read
    } catch (error) {
      this.close();
      throw storageError(error, "read the file");
    }
  }

  /** A prepared statement; the same text gives the same one. */
  sql(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#db.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  /** A statement that is not kept: for what is asked when a file is opened, and not again. */
  once(text: string): StatementSync {
    return this.#db.prepare(text);
  }

  /** The tables of the room's author. */
  get userSql(): UserSql {
    return (this.#userSql ??= new UserSql(this.#db));
  }

  exec(text: string): void {
    this.#db.exec(text);
  }

  begin(): void {
    this.#db.exec("BEGIN IMMEDIATE");
  }

  commit(): void {
    this.sums.write();
    this.#options.onStep?.("before_commit");
    this.#db.exec("COMMIT");
    this.#options.onStep?.("after_commit");
  }

  /** Runs `work` in a transaction of its own. */
  transaction(work: () => void): void {
    this.begin();
    try {
      work();
      this.commit();
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  savepoint(name: string): void {
    this.sums.write();
    this.#db.exec(`SAVEPOINT ${name}`);
  }

  release(name: string): void {
    this.#db.exec(`RELEASE ${name}`);
  }

  rollbackTo(name: string): void {
    this.sums.forget();
    this.#db.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
  }

  get isInTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /** Never throws: SQLite may have rolled back by itself, and an error here would hide the one that led here. */
  rollback(): void {
    this.sums.forget();
    try {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
    } catch {
      // Closing the handle, which callers do next, rolls back too.
    }
  }

  /** Never throws, for the same reason. */
  close(): void {
    try {
      if (this.#db.isOpen) this.#db.close();
    } catch {
      // Nothing that was committed depends on this.
    }
  }

  /** Copies the file as it is at the end, a few pages at a time, while others go on writing. Not within a transaction. */
  async copyTo(path: string): Promise<void> {
    await copyDatabase(this.#db, path);
    this.#options.onStep?.("mid_backup");
  }

  #configure(): void {
    this.#db.enableDefensive(true);
    for (const pragma of PRAGMAS) {
      const answer = this.#db.prepare(pragma).get();
      if (pragma.includes("journal_mode") && answer?.["journal_mode"] !== "wal") {
        throw new StorageError("io", `The file system of ${this.path} does not support write-ahead logging`);
      }
    }
  }

  #check(): void {
    const { format, subject, isKnown, isChecked } = this.#options;
    const version = this.#version();
    if (version === 0) {
      if (isKnown === true) throw new StorageError("corrupt", "The file is empty");
      this.#create();
    } else if (version < SCHEMA_VERSION) this.#migrate(version);
    if (readMeta(this, "subject") !== subject) throw new StorageError("corrupt", `${this.path} holds something else than its name says`);
    // The log is not scanned: its rows are checked when they are read, and none may be missing at its end.
    if (isChecked === true) return;
    this.sums.checkAll(format.summed.filter((table) => table !== "_cf_log"));
  }

  #version(): number {
    const version = Number(this.#db.prepare("PRAGMA user_version").get()?.["user_version"]);
    if (version <= SCHEMA_VERSION) return version;
    // A flipped bit makes a version, too; a file of a later program says so twice.
    if (readMeta(this, "schema") !== String(version)) throw new StorageError("corrupt", "The header of the file is damaged");
    throw new StorageError(
      "newer_schema",
      `${this.path} was written by a later version of Inkroom (schema ${version}; this one knows ${SCHEMA_VERSION}). Start the later version, or restore a backup`,
    );
  }

  #create(): void {
    const { format, subject } = this.#options;
    this.transaction(() => {
      this.#db.exec(format.tables);
      for (const table of format.summed) this.sums.recount(table);
      writeMeta(this, "subject", subject);
      this.#stamp();
    });
  }

  /** All steps in one transaction; the file as it was stays beside it. */
  #migrate(from: number): void {
    const { format, onStep } = this.#options;
    this.#db.close(); // brings everything into the one file
    copyDurably(this.path, `${this.path}.pre-v${SCHEMA_VERSION}`);
    this.#db = new DatabaseSync(this.path);
    this.#configure();
    this.transaction(() => {
      for (let version = from; version < SCHEMA_VERSION; version++) migrationFrom(format, version)(this);
      for (const table of format.summed) this.sums.recount(table);
      this.#stamp();
      onStep?.("mid_migration");
    });
    this.#statements.clear();
  }

  #stamp(): void {
    writeMeta(this, "schema", String(SCHEMA_VERSION));
    this.#db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  }

  // Reads every page of a small file.
  #quickCheck(): void {
    const isLarge = statSync(this.path).size > MAX_CHECKED_BYTES;
    const answer = this.#db.prepare(isLarge ? "SELECT 'ok' AS quick_check FROM sqlite_schema" : "PRAGMA quick_check(1)").get()?.[
      "quick_check"
    ];
    if (answer !== "ok") throw new StorageError("corrupt", `${this.path} is damaged: ${String(answer)}`);
  }
}

/** There is either no copy or a whole one. Not for a file that is open: closing it here would drop SQLite's locks. */
function copyDurably(from: string, to: string): void {
  copyFileSync(from, `${to}.tmp`);
  const file = openSync(`${to}.tmp`, "r+");
  fsyncSync(file);
  closeSync(file);
  renameSync(`${to}.tmp`, to);
}
