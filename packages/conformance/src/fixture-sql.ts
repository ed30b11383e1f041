// SQL commands of the fixture rooms, and how their results look as JSON.
import type { RoomContext } from "@inkroom/rooms";
import type { Wakeful } from "./fixture-rooms.ts";

type Sql = RoomContext["storage"]["sql"];
type Report = (sql: Sql) => unknown;

/** Bindings and results that JSON cannot carry. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  buffer: () => new Uint8Array([0, 1, 255]).buffer,
  bytes: () => new Uint8Array([9, 0, 1, 255]).subarray(1),
  empty: () => new ArrayBuffer(0),
  bigint: () => 12n,
  undefined: () => undefined,
  big: () => 2 ** 60,
  negative: () => -0.5,
  infinity: () => Infinity,
  object: () => ({}),
};

function binding(value: unknown): unknown {
  const { special } = (value ?? {}) as { special?: string };
  return special === undefined ? value : VALUES[special]?.();
}

function plain(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { buffer: [...new Uint8Array(value)] };
  if (value instanceof Uint8Array) return { bytes: [...value] };
  return typeof value === "bigint" ? { bigint: String(value) } : value;
}

function plainRow(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

/** What `run` gives, or that it throws, with the codes of SQLite that the message names: each host has its own words. */
function sqlOutcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    const codes = error instanceof Error ? (error.message.match(/SQLITE_\w+/g) ?? []) : [];
    return ["threw", ...codes].join(" ");
  }
}

/** A step is a query and its bindings; gives the rows of each, or what it threw. */
export function runSql(sql: Sql, steps: readonly (readonly [string, ...unknown[]])[]): unknown[] {
  return steps.map(([query, ...bindings]) =>
    sqlOutcome(() =>
      sql
        .exec(query, ...(bindings.map(binding) as never[]))
        .toArray()
        .map(plainRow),
    ),
  );
}

const TABLE = "create table t (id integer primary key, word text); insert into t (word) values ('a'), ('b'), ('c')";

const REPORTS: Readonly<Record<string, Report>> = {
  names: (sql) => sql.exec("select id, word as w, 1 from t").columnNames,
  iterate: (sql) => [...sql.exec("select id from t")].map(plainRow),
  next: (sql) => {
    const cursor = sql.exec("select id from t where id < 3");
    return [cursor.next(), cursor.toArray(), cursor.next(), cursor.toArray()];
  },
  one: (sql) => [
    sql.exec("select word from t where id = 2").one(),
    sqlOutcome(() => sql.exec("select word from t").one()),
    sqlOutcome(() => sql.exec("select word from t where id = 9").one()),
  ],
  raw: (sql) => [[...sql.exec("select id, word, id from t").raw()], sql.exec("select word from t").raw().toArray()],
  "raw-rest": (sql) => {
    const cursor = sql.exec("select id from t");
    cursor.next();
    return [[...cursor.raw()], cursor.toArray()];
  },
  twins: (sql) => sql.exec("select 1 as a, 2 as a").toArray(),
  counts: (sql) => {
    const read = sql.exec("select * from t");
    read.toArray();
    const written = sql.exec("insert into t (word) values ('d'), ('e')");
    return [read.rowsRead, read.rowsWritten, written.rowsRead, written.rowsWritten];
  },
  returning: (sql) => [
    sql.exec("insert into t (word) values (?) returning id, word", "d").one(),
    sql.exec("select count(*) as n from t").one(),
  ],
  size: (sql) => {
    const before = sql.databaseSize;
    sql.exec("insert into t (word) values (?)", "x".repeat(50_000));
    return [before > 0, sql.databaseSize > before];
  },
};

/** Reads and writes a table of three rows in one of the ways a cursor allows. */
export function reportSql(sql: Sql, kind: string): unknown {
  sql.exec(TABLE);
  return REPORTS[kind]?.(sql);
}

/** What a failing `sql` tells its room and its caller. */
export function failingSql(room: Wakeful): unknown {
  const journal = (): readonly string[] => room.journal.filter((each) => each.startsWith("exception"));
  return [sqlOutcome(() => room.sql`select * from nowhere where id = ${1}`), journal()];
}

/** SQL and values in one transaction that fails, or does not. */
export function sqlTransaction(room: Wakeful, how: string): unknown {
  const { storage } = room.ctx;
  storage.sql.exec("create table t (word text); insert into t values ('before')");
  const outcome = sqlOutcome(() =>
    storage.transactionSync(() => {
      storage.sql.exec("insert into t values ('inside'); create table u (x)");
      if (how === "throw") throw new Error("given up");
      return "done";
    }),
  );
  return [outcome, runSql(storage.sql, [["select word from t"], ["select * from u"]])];
}
