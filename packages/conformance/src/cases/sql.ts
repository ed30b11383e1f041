// `sql` and `ctx.storage.sql`: values, cursors, statements, what is refused, transactions.
import type { Case } from "../case.ts";

type Step = readonly [string, ...unknown[]];

/** Statements in a fresh room; the rows of each, or what it threw. */
function steps(id: string, title: string, of: readonly Step[], expected: readonly unknown[], rest: Partial<Case> = {}): Case {
  return { id: `sql.${id}`, title, expected, run: (world) => world.tell("wakeful", "sql-steps", of), ...rest };
}

/** One way to use a cursor over a table of the words a, b and c. */
function cursor(kind: string, title: string, expected: unknown): Case {
  return { id: `sql.cursor-${kind}`, title, expected, run: (world) => world.tell("wakeful", "sql-report", kind) };
}

const TYPE = "select ? as v, typeof(?) as t";
const special = (kind: string): unknown => ({ special: kind });
const typed = (value: unknown): Step => [TYPE, value, value];
const ERROR = "threw SQLITE_ERROR";
const AUTH = "threw SQLITE_AUTH";

export const sql: readonly Case[] = [
  {
    id: "sql.rows",
    title: "sql takes values as they are and gives rows",
    expected: [
      [],
      [],
      [
        { id: 1, word: "ink" },
        { id: 2, word: null },
      ],
    ],
    run: (world) => world.tell("wakeful", "sql"),
  },
  {
    id: "sql.exception",
    title: "what sql throws goes to onException and to the caller",
    expected: [["exception no such table: nowhere: SQLITE_ERROR"]],
    run: async (world) => ((await world.tell("wakeful", "sql-fails")) as unknown[]).slice(1),
  },
  {
    id: "sql.throws",
    title: "the caller of sql is thrown what onException returns",
    expected: "threw",
    onNode: { expected: "threw SQLITE_ERROR" },
    run: async (world) => ((await world.tell("wakeful", "sql-fails")) as unknown[])[0],
  },
  steps("text", "text is text", [typed("é\u{1f58b}")], [[{ v: "é\u{1f58b}", t: "text" }]]),
  steps("number", "numbers are doubles", [typed(1), typed(special("big"))], [[{ v: 1, t: "real" }], [{ v: 2 ** 60, t: "real" }]]),
  steps("null", "null and undefined are NULL", [typed(null), typed(special("undefined"))], Array(2).fill([{ v: null, t: "null" }])),
  steps("boolean", "booleans are their names", [typed(true), typed(false)], [[{ v: "true", t: "text" }], [{ v: "false", t: "text" }]]),
  steps(
    "bytes",
    "bytes are a BLOB, which comes back as an ArrayBuffer",
    [typed(special("buffer")), typed(special("bytes")), typed(special("empty"))],
    [[{ v: { buffer: [0, 1, 255] }, t: "blob" }], [{ v: { buffer: [0, 1, 255] }, t: "blob" }], [{ v: { buffer: [] }, t: "blob" }]],
  ),
  steps("bigint", "bigints are refused", [typed(special("bigint"))], ["threw"]),
  steps("object", "objects become text", [typed(special("object"))], [[{ v: "[object Object]", t: "text" }]], {
    onNode: { expected: ["threw"] },
  }),
  steps("big-integer", "an integer beyond 2^53 is the nearest double", [["select 9007199254740993 as v"]], [[{ v: 2 ** 53 }]]),
  steps(
    "parameters",
    "parameters are counted, numbered or named",
    [["select ?"], ["select ?", 1, 2], ["select ?2 as b, ?1 as a", 1, 2], ["select :a as a, @b as b, :a as c", 1, 2]],
    ["threw", "threw", [{ b: 2, a: 1 }], [{ a: 1, b: 2, c: 1 }]],
  ),
  steps(
    "many",
    "of several statements the last gives the rows and may have parameters",
    [["select 1 as a; select ? as b", 7], ["select ? as a; select 2 as b", 7], ["select ';' as a -- ; \n"], [""], ["-- nothing"]],
    [[{ b: 7 }], "threw", [{ a: ";" }], "threw", "threw"],
  ),
  steps(
    "trigger",
    "semicolons in a trigger do not end it",
    [
      [
        "create table t (x, y); create trigger tr after insert on t when new.x < 9 begin insert into t values (new.x + 9, 'tr'); select 1; end; select 5 as five",
      ],
      ["insert into t values (1, 'me')"],
      ["select * from t order by x"],
    ],
    [
      [{ five: 5 }],
      [],
      [
        { x: 1, y: "me" },
        { x: 10, y: "tr" },
      ],
    ],
  ),
  steps(
    "errors",
    "errors name SQLite's code, and a failed statement leaves the others",
    [
      ["nope"],
      [
        "create table t (x integer primary key, y unique); insert into t values (1, 1); insert into t values (2, 1); insert into t values (3, 3)",
      ],
      ["insert into t values ('x', 4)"],
      ["select * from t"],
    ],
    [ERROR, "threw SQLITE_CONSTRAINT SQLITE_CONSTRAINT_UNIQUE", "threw SQLITE_MISMATCH", [{ x: 1, y: 1 }]],
  ),
  steps(
    "foreign-keys",
    "foreign keys hold",
    [
      ["create table p (id integer primary key); create table c (p references p(id))"],
      ["pragma foreign_keys = off"],
      ["insert into c values (5)"],
    ],
    [[], [], "threw SQLITE_CONSTRAINT SQLITE_CONSTRAINT_FOREIGNKEY"],
  ),
  steps(
    "transactions-by-hand",
    "transactions are not for SQL",
    [["begin"], ["commit"], ["rollback"], ["savepoint a"], ["release a"]],
    Array(5).fill("threw"),
  ),
  steps(
    "forbidden",
    "settings, other files and temporary tables are refused",
    [
      "attach 'x' as y",
      "pragma journal_mode",
      "pragma synchronous = off",
      "pragma user_version",
      "pragma writable_schema = on",
      "create temp table x (a)",
    ].map((query) => [query] as const),
    Array(6).fill(AUTH),
  ),
  steps("vacuum", "VACUUM is refused", [["vacuum"]], [ERROR]),
  steps(
    "reserved",
    "names that begin with _cf_ are reserved",
    [["create table _cf_x (y)"], ["create view _cf_v as select 1"]],
    [AUTH, AUTH],
  ),
  steps(
    "looking",
    "a room may look at its schema",
    [
      ["create table t (a, b)"],
      ["select name from pragma_table_info('t')"],
      ["select name from sqlite_master where type = 'table' and name not like '$_cf$_%' escape '$'"],
      ["pragma quick_check"],
      ["delete from sqlite_master"],
    ],
    [[], [{ name: "a" }, { name: "b" }], [{ name: "t" }], [{ quick_check: "ok" }], ERROR],
  ),
  steps(
    "modules",
    "full text, R-trees and JSON are there, other modules are not",
    [
      ["create virtual table f using fts5(x); insert into f values ('ink pot'), ('paper')"],
      ["select * from f('ink')"],
      ["create virtual table r using rtree(id, a, b); insert into r values (1, 0, 5)"],
      ["select id from r where a < 1"],
      ["select json_extract('{\"a\":5}', '$.a') as j"],
      ["create virtual table g using fts4(x)"],
    ],
    [[], [{ x: "ink pot" }], [], [{ id: 1 }], [{ j: 5 }], AUTH],
  ),
  cursor("names", "a cursor knows the names of its columns", ["id", "w", "1"]),
  cursor("iterate", "a cursor is iterable", [{ id: 1 }, { id: 2 }, { id: 3 }]),
  cursor("next", "next and toArray share the rows", [{ done: false, value: { id: 1 } }, [{ id: 2 }], { done: true }, []]),
  cursor("one", "one gives the only row, and throws without one or with more", [{ word: "b" }, "threw", "threw"]),
  cursor("raw", "raw gives rows as arrays", [
    [
      [1, "a", 1],
      [2, "b", 2],
      [3, "c", 3],
    ],
    [["a"], ["b"], ["c"]],
  ]),
  cursor("raw-rest", "raw goes on where next has stopped", [[[2], [3]], []]),
  cursor("twins", "of two columns of one name the last counts", [{ a: 2 }]),
  cursor("counts", "a cursor counts the rows it has read and written", [3, 0, 0, 2]),
  cursor("returning", "RETURNING gives rows", [{ id: 4, word: "d" }, { n: 4 }]),
  cursor("size", "the database grows", [true, true]),
  {
    id: "sql.transaction-throw",
    title: "transactionSync takes back statements, schema changes too",
    expected: ["threw", [[{ word: "before" }], ERROR]],
    run: (world) => world.tell("wakeful", "sql-transaction", "throw"),
  },
  {
    id: "sql.transaction-commit",
    title: "transactionSync keeps statements",
    expected: ["done", [[{ word: "before" }, { word: "inside" }], []]],
    run: (world) => world.tell("wakeful", "sql-transaction", "commit"),
  },
  {
    id: "sql.delete-all",
    title: "deleteAll drops the tables too",
    expected: [ERROR],
    run: async (world) => {
      await world.tell("wakeful", "sql-steps", [["create table t (a)"]]);
      await world.storage(["deleteAll"]);
      return world.tell("wakeful", "sql-steps", [["select * from t"]]);
    },
  },
  {
    id: "sql.after-sleep",
    title: "tables are there after hibernation",
    expected: [[{ n: 1 }]],
    isSlow: true,
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await client.ask("sql-steps", [["create table t (a)"], ["insert into t values (1)"]]);
      await world.asleep();
      return client.ask("sql-steps", [["select count(*) as n from t"]]);
    },
  },
];
