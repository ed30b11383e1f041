// One SQLite file: opened with the settings of this program, checked, and with its statements prepared once.
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { StorageError } from "@inkroom/rooms";
import { storageError } from "./errors.ts";
import { PRAGMAS, SCHEMA_VERSION, SMALL_CACHE } from "./schema.ts";
import type { Schema } from "./schema.ts";
import { UserSql } from "./user-sql.ts";

/** Files up to this size are checked as a whole after an unclean end; the check takes about 1 ms per MiB. */
const MAX_CHECKED_BYTES = 16 * 1024 * 1024;

export class Database {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #userSql: UserSql | undefined;

  /** Opens the file, making it if needed. `subject` names what it holds and is checked on every later open. Throws StorageError. */
  constructor(path: string, schema: Schema, subject: string) {
    this.path = path;
    let wasCut: boolean;
    try {
      mkdirSync(dirname(path), { recursive: true });
      wasCut = existsSync(`${path}-wal`); // a clean close removes it
      this.#db = new DatabaseSync(path);
      this.#db.enableDefensive(true);
    } catch (error) {
      throw storageError(error, "open the file");
    }
    try {
      this.#configure();
      if (wasCut) this.#quickCheck();
      this.#db.exec(SMALL_CACHE);
      this.#check(schema, subject);
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

  /** The tables of the room's author. */
  get userSql(): UserSql {
    return (this.#userSql ??= new UserSql(this.#db));
  }

  begin(): void {
    this.#db.exec("BEGIN IMMEDIATE");
  }

  commit(): void {
    this.#db.exec("COMMIT");
  }

  savepoint(name: string): void {
    this.#db.exec(`SAVEPOINT ${name}`);
  }

  release(name: string): void {
    this.#db.exec(`RELEASE ${name}`);
  }

  rollbackTo(name: string): void {
    this.#db.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
  }

  get isInTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /** Never throws: SQLite may have rolled back by itself, and an error here would hide the one that led here. */
  rollback(): void {
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

  #configure(): void {
    for (const pragma of PRAGMAS) {
      const answer = this.#db.prepare(pragma).get();
      if (pragma.includes("journal_mode") && answer?.["journal_mode"] !== "wal") {
        throw new StorageError("io", `The file system of ${this.path} does not support write-ahead logging`);
      }
    }
  }

  #check(schema: Schema, subject: string): void {
    const version = Number(this.#db.prepare("PRAGMA user_version").get()?.["user_version"]);
    if (version > SCHEMA_VERSION) {
      throw new StorageError("newer_schema", `${this.path} was written by a later version (schema ${version}, known is ${SCHEMA_VERSION})`);
    }
    if (version === 0) this.#create(schema, subject);
    else if (version < SCHEMA_VERSION) this.#migrate(schema, version);
    const stored = this.sql("SELECT v FROM _cf_meta WHERE k = 'subject'").get()?.["v"];
    if (stored !== subject) throw new StorageError("corrupt", `${this.path} holds something else than its name says`);
  }

  #create({ tables }: Schema, subject: string): void {
    this.begin();
    this.#db.exec(tables);
    this.sql("INSERT INTO _cf_meta (k, v) VALUES ('subject', ?)").run(subject);
    this.#db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    this.commit();
  }

  // One transaction: a file is of the old version or of the new one, whatever happens.
  #migrate({ migrations }: Schema, version: number): void {
    this.begin();
    for (const step of migrations.slice(version - 1)) this.#db.exec(step);
    this.#db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    this.commit();
  }

  // Reads every page of a small file.
  #quickCheck(): void {
    if (statSync(this.path).size > MAX_CHECKED_BYTES) return;
    const answer = this.#db.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    if (answer !== "ok") throw new StorageError("corrupt", `${this.path} is damaged: ${String(answer)}`);
  }
}
