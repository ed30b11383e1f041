// What a room's own SQL may do. SQLite asks while it compiles a statement, triggers and views included, so that nothing
// depends on reading SQL text right; only names in a schema, which it does not ask about, are looked for in the text.
import { constants } from "node:sqlite";

/** Names of tables that are not the room's own begin so. It is the prefix that Durable Objects reserve: tools skip it. */
export const RESERVED_PREFIX = "_cf_";

const { SQLITE_OK, SQLITE_DENY, SQLITE_IGNORE } = constants;

/** Reading only. Anything else needs a transaction. */
const READS = new Set([constants.SQLITE_SELECT, constants.SQLITE_READ, constants.SQLITE_FUNCTION, constants.SQLITE_RECURSIVE]);

/** Temporary things would vanish with the file's handle; another file would not be part of the room's commit. */
const NEVER = new Set([
  constants.SQLITE_ATTACH,
  constants.SQLITE_DETACH,
  constants.SQLITE_TRANSACTION,
  constants.SQLITE_SAVEPOINT,
  constants.SQLITE_CREATE_TEMP_INDEX,
  constants.SQLITE_CREATE_TEMP_TABLE,
  constants.SQLITE_CREATE_TEMP_TRIGGER,
  constants.SQLITE_CREATE_TEMP_VIEW,
  constants.SQLITE_DROP_TEMP_INDEX,
  constants.SQLITE_DROP_TEMP_TABLE,
  constants.SQLITE_DROP_TEMP_TRIGGER,
  constants.SQLITE_DROP_TEMP_VIEW,
]);

const CHANGES_SCHEMA = new Set([
  constants.SQLITE_CREATE_TABLE,
  constants.SQLITE_CREATE_VIEW,
  constants.SQLITE_CREATE_TRIGGER,
  constants.SQLITE_CREATE_INDEX,
  constants.SQLITE_CREATE_VTABLE,
  constants.SQLITE_ALTER_TABLE,
]);

/** Those that tell something, and `defer_foreign_keys`, which ends with the transaction. */
const PRAGMAS = new Set([
  "data_version",
  "defer_foreign_keys",
  "foreign_key_check",
  "foreign_key_list",
  "foreign_keys", // without effect inside a transaction, and there is always one
  "index_info",
  "index_list",
  "index_xinfo",
  "optimize",
  "quick_check",
  "table_info",
  "table_list",
  "table_xinfo",
]);

const MODULES = new Set(["fts5", "fts5vocab", "rtree", "rtree_i32"]);
const FORBIDDEN_FUNCTIONS = new Set(["load_extension", "fts3_tokenizer"]);

/** What SQLite asks: an action and up to two names, whose meaning depends on it. */
type Question = readonly [action: number, first: string | null, second: string | null];

/** Answers SQLite's questions about the statement that is being compiled. One for each handle. */
export class SqlGuard {
  /** The statement that is compiled or runs is the author's. */
  #isOn = false;
  #reads = false;
  #writes = false;
  #text = "";
  #wantsTransaction = false;

  readonly authorize = (...question: Question): number => (this.#isOn ? this.#judge(...question) : SQLITE_OK);

  /** Judges everything that is compiled while `work` runs. */
  during<T>(text: string, work: () => T): T {
    this.#isOn = true;
    this.#text = text;
    this.#reads = this.#writes = this.#wantsTransaction = false;
    try {
      return work();
    } finally {
      this.#isOn = false;
    }
  }

  /** The last statement only reads. SQLite asks nothing about a few that do much, such as VACUUM: they do not count. */
  get sawOnlyReads(): boolean {
    return this.#reads && !this.#writes;
  }

  /** The last statement was refused because it begins or ends a transaction. */
  get sawTransaction(): boolean {
    return this.#wantsTransaction;
  }

  #judge(action: number, first: string | null, second: string | null): number {
    if (action === constants.SQLITE_SELECT) this.#reads = true;
    if (!READS.has(action)) this.#writes = true;
    if (action === constants.SQLITE_TRANSACTION || action === constants.SQLITE_SAVEPOINT) this.#wantsTransaction = true;
    if (NEVER.has(action)) return SQLITE_DENY;
    if (isReserved(first) || isReserved(second)) {
      // Both name one table after the other when they are asked for all.
      const isSweep = action === constants.SQLITE_ANALYZE || action === constants.SQLITE_REINDEX;
      return isSweep ? SQLITE_IGNORE : SQLITE_DENY;
    }
    if (CHANGES_SCHEMA.has(action) && this.#text.toLowerCase().includes(RESERVED_PREFIX)) return SQLITE_DENY;
    if (action === constants.SQLITE_PRAGMA && !isAllowedPragma(first?.toLowerCase() ?? "", second)) return SQLITE_DENY;
    if (action === constants.SQLITE_CREATE_VTABLE && !MODULES.has(second?.toLowerCase() ?? "")) return SQLITE_DENY;
    if (action === constants.SQLITE_FUNCTION && FORBIDDEN_FUNCTIONS.has(second?.toLowerCase() ?? "")) return SQLITE_DENY;
    return SQLITE_OK;
  }
}

function isAllowedPragma(name: string, value: string | null): boolean {
  return PRAGMAS.has(name) || (name === "page_size" && value === null); // R-trees ask for it
}

function isReserved(name: string | null): boolean {
  return name?.toLowerCase().startsWith(RESERVED_PREFIX) === true;
}
