// The acceptance suite of the port for a room's own tables.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RoomKey, RoomStore, SqlResult } from "../ports.ts";
import type { DriverBench } from "./storage-driver.ts";

const ROOM: RoomKey = { party: "board", name: "sql" };
const TABLE = "CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT UNIQUE)";
const REFUSED = expect.objectContaining({ name: "StorageError", code: "sql" }) as unknown;

/** What a room's SQL must not do. `@` stands for a table of the driver. */
const FORBIDDEN = [
  "BEGIN",
  "COMMIT",
  "ROLLBACK",
  "SAVEPOINT mine",
  "RELEASE mark_1",
  "ATTACH ':memory:' AS other",
  "DETACH main",
  "VACUUM",
  "VACUUM INTO 'copy.db'",
  "PRAGMA synchronous = OFF",
  "PRAGMA journal_mode = DELETE",
  "PRAGMA locking_mode = NORMAL",
  "PRAGMA writable_schema = ON",
  "PRAGMA user_version = 9",
  "PRAGMA wal_checkpoint",
  "PRAGMA trusted_schema = ON",
  "SELECT * FROM pragma_journal_mode",
  "CREATE TEMP TABLE x (a)",
  "CREATE TEMPORARY VIEW x AS SELECT 1",
  "CREATE VIRTUAL TABLE x USING fts4(a)",
  "SELECT load_extension('x')",
  "DELETE FROM sqlite_schema",
  "INSERT INTO sqlite_master VALUES (1, 2, 3, 4, 5)",
  "SELECT * FROM @",
  "SELECT (SELECT count(*) FROM @)",
  'SELECT * FROM "@"',
  "SELECT * FROM main.[@]",
  "INSERT INTO @ DEFAULT VALUES",
  "UPDATE @ SET v = 1",
  "DELETE FROM @",
  "DROP TABLE @",
  "ALTER TABLE @ RENAME TO mine",
  "ALTER TABLE t RENAME TO _cf_mine",
  "CREATE TABLE _CF_mine (a)",
  "CREATE INDEX i ON @ (k)",
  "CREATE TRIGGER x AFTER INSERT ON @ BEGIN SELECT 1; END",
  "CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM @; END",
  "CREATE VIEW v AS SELECT * FROM @",
  "CREATE TABLE child (a REFERENCES @ (k))",
  "CREATE VIRTUAL TABLE f USING fts5(v, content='@')",
  "PRAGMA table_info(@)",
];

/** `ownTables` are those of the driver, which rooms must not reach. */
export function acceptSqlStore(name: string, ownTables: readonly string[], createBench: () => Promise<DriverBench>): void {
  describe(`${name} as a store of a room's own tables`, () => {
    let bench: DriverBench;
    beforeEach(async () => {
      bench = await createBench();
    });
    afterEach(() => bench.dispose());

    const inRoom = <T>(work: (store: RoomStore) => T, key: RoomKey = ROOM): T => {
      const store = bench.driver.open(key);
      try {
        return work(store);
      } finally {
        store.close();
      }
    };
    const run = (store: RoomStore, query: string, ...bindings: (string | number | null | Uint8Array)[]): SqlResult["rows"] =>
      store.sql.exec(query, bindings).rows;
    const words = (store: RoomStore): unknown => run(store, "SELECT word FROM t ORDER BY id").map(([word]) => word);

    it("takes values of every type as parameters and gives them back", () => {
      inRoom((store) => {
        const bytes = Uint8Array.from([7, 0, 255, 7]).subarray(1, 3);
        const [row = []] = run(store, "SELECT ?, ?, ?, ?, ?", "é\u{1f58b}", 0.5, null, bytes, 2 ** 60);
        expect(row).toEqual(["é\u{1f58b}", 0.5, null, bytes.slice().buffer, 2 ** 60]);
        expect(run(store, "SELECT 9007199254740993, -1, 1.5, x''")).toEqual([[2 ** 53, -1, 1.5, new ArrayBuffer(0)]]);
        expect(run(store, "SELECT :b, ?1, @c, :b", "one", 2)).toEqual([["one", "one", 2, "one"]]);
      });
    });

    it("runs several statements and gives the rows and columns of the last", () => {
      inRoom((store) => {
        const trigger = "CREATE TRIGGER more AFTER INSERT ON t WHEN new.id < 3 BEGIN INSERT INTO t (word) VALUES ('; END;'); END";
        const result = store.sql.exec(
          `${TABLE}; ${trigger}; INSERT INTO t VALUES (2, 'a') /* ; */; -- ;\n SELECT id AS n, word FROM t`,
          [],
        );
        expect(result).toEqual({
          columnNames: ["n", "word"],
          rows: [
            [2, "a"],
            [3, "; END;"],
          ],
          rowsWritten: 0,
        });
        expect(store.sql.exec("INSERT INTO t VALUES (9, ?), (8, 'c')", ["b"]).rowsWritten).toBe(2);
      });
    });

    it.each([
      ["no statement", "-- nothing", []],
      ["too few values", "SELECT ?, ?", [1]],
      ["too many values", "SELECT ?1, ?1", [1, 2]],
      ["parameters before the last statement", "SELECT ?; SELECT 1", [1]],
      ["a character NUL", "SELECT 1 \0; DROP TABLE t", []],
      ["bad syntax", "SELEKT 1", []],
    ] as const)("refuses %s", (_what, query, bindings) => {
      inRoom((store) => expect(() => store.sql.exec(query, bindings)).toThrow(REFUSED));
    });

    it("says which constraint was violated, and keeps what was written before", () => {
      inRoom((store) => {
        run(store, `${TABLE}; INSERT INTO t VALUES (1, 'a')`);
        expect(() => run(store, "INSERT INTO t VALUES (2, 'b'), (3, 'a')")).toThrow(
          "UNIQUE constraint failed: t.word: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)",
        );
        expect(words(store)).toEqual(["a"]);
        store.commit();
      });
      inRoom((store) => expect(words(store)).toEqual(["a"]));
    });

    it("commits and forgets tables together with everything else", async () => {
      inRoom((store) => {
        run(store, `${TABLE}; INSERT INTO t VALUES (1, 'kept')`);
        store.values.put("k", Uint8Array.of(1));
        store.commit();
        run(store, "INSERT INTO t VALUES (2, 'lost'); CREATE TABLE lost (x)");
        store.values.put("k", Uint8Array.of(2));
        store.rollback();
        expect([words(store), store.values.get("k")]).toEqual([["kept"], Uint8Array.of(1)]);
        run(store, "INSERT INTO t VALUES (2, 'lost')");
      });
      await bench.restart();
      inRoom((store) => {
        expect(words(store)).toEqual(["kept"]);
        expect(() => run(store, "SELECT * FROM lost")).toThrow("no such table");
        expect(bench.driver.count()).toBe(1);
      });
    });

    it("goes back to a savepoint, tables too", () => {
      inRoom((store) => {
        const first = store.savepoint(); // with no transaction open
        run(store, `${TABLE}; INSERT INTO t VALUES (1, 'a')`);
        first.rollback();
        expect(() => words(store)).toThrow("no such table");
        run(store, `${TABLE}; INSERT INTO t VALUES (1, 'a')`);
        const second = store.savepoint();
        run(store, "INSERT INTO t VALUES (2, 'b'); ALTER TABLE t ADD COLUMN extra");
        expect(store.sql.exec("SELECT * FROM t", []).columnNames).toEqual(["id", "word", "extra"]);
        second.rollback();
        expect(store.sql.exec("SELECT * FROM t", []).columnNames).toEqual(["id", "word"]);
        const third = store.savepoint();
        run(store, "INSERT INTO t VALUES (3, 'c')");
        third.release();
        store.commit();
      });
      inRoom((store) => expect(words(store)).toEqual(["a", "c"]));
    });

    it.each(FORBIDDEN.filter((query) => ownTables.length > 0 || !query.includes("@")))("does not let a room: %s", (query) => {
      inRoom((store) => {
        run(store, TABLE);
        store.values.put("k", Uint8Array.of(1));
        for (const table of ownTables.length > 0 ? ownTables : ["t"]) {
          expect(() => {
            run(store, query.replaceAll("@", table));
            run(store, "INSERT INTO t (word) VALUES ('fire')"); // a trigger or a view may be refused only when it is used
            run(store, "SELECT * FROM v");
          }).toThrow(REFUSED);
        }
        store.commit();
        expect(store.values.get("k")).toEqual(Uint8Array.of(1));
      });
    });

    it("lets a room look at its schema, and use JSON, full text and R-trees", () => {
      inRoom((store) => {
        run(store, `${TABLE}; CREATE TABLE log (x); CREATE VIRTUAL TABLE f USING fts5(body); CREATE VIRTUAL TABLE r USING rtree(id, a, b)`);
        run(store, "INSERT INTO f VALUES ('an ink pot'), ('paper'); INSERT INTO r VALUES (1, 0, 5)");
        store.commit();
        expect(run(store, "SELECT body FROM f('ink')")).toEqual([["an ink pot"]]);
        expect(run(store, "SELECT id FROM r WHERE a < 1 AND b > 4")).toEqual([[1]]);
        expect(run(store, `SELECT '{"a":[5]}' ->> '$.a[0]'`)).toEqual([[5]]);
        expect(run(store, "SELECT name FROM pragma_table_info('t')")).toEqual([["id"], ["word"]]);
        expect(run(store, "PRAGMA foreign_keys; PRAGMA quick_check")).toEqual([["ok"]]);
        expect(run(store, "ANALYZE; REINDEX; EXPLAIN QUERY PLAN SELECT * FROM t WHERE word = 'x'")).toHaveLength(1);
        expect(run(store, "SELECT name FROM sqlite_schema WHERE name = 't'")).toEqual([["t"]]);
      });
    });

    it("loses a whole turn rather than a part of it when a statement takes the transaction with it", () => {
      inRoom((store) => {
        run(store, `${TABLE}; INSERT INTO t VALUES (1, 'a')`);
        store.commit();
        store.values.put("k", Uint8Array.of(1));
        expect(() => run(store, "INSERT OR ROLLBACK INTO t VALUES (2, 'a')")).toThrow(REFUSED);
        expect(() => store.commit()).toThrow(REFUSED);
        store.rollback();
        expect([words(store), store.values.get("k")]).toEqual([["a"], undefined]);
      });
    });

    it("fails the commit that would leave a late foreign key violated", () => {
      inRoom((store) => {
        run(store, "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p DEFERRABLE INITIALLY DEFERRED)");
        store.commit();
        run(store, "INSERT INTO c VALUES (5)");
        expect(() => store.commit()).toThrow(expect.objectContaining({ name: "StorageError" }));
        store.rollback();
        expect(run(store, "SELECT * FROM c")).toEqual([]);
      });
    });

    it("drops all there is, whatever refers to what, and nothing else", () => {
      inRoom((store) => {
        store.sql.clear(); // nothing yet
        run(
          store,
          `${TABLE}; CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b REFERENCES b (id)); CREATE TABLE b (id PRIMARY KEY, a REFERENCES a (id));
          CREATE INDEX i ON t (word); CREATE VIEW "v""w" AS SELECT * FROM t; CREATE VIRTUAL TABLE f USING fts5(x);
          CREATE TRIGGER tr AFTER DELETE ON t BEGIN INSERT INTO f VALUES (old.word); END;
          INSERT INTO t VALUES (1, 'a'); INSERT INTO a VALUES (1, NULL); INSERT INTO b VALUES (1, 1); UPDATE a SET b = 1`,
        );
        store.values.put("k", Uint8Array.of(1));
        store.commit();
        store.sql.clear();
        store.commit();
        const left = run(
          store,
          "SELECT name FROM sqlite_schema WHERE name NOT LIKE '$_cf$_%' ESCAPE '$' AND name NOT LIKE 'sqlite$_%' ESCAPE '$'",
        );
        expect([left, store.values.get("k")]).toEqual([[], Uint8Array.of(1)]);
        run(store, TABLE);
      });
    });

    it("tells how much a room takes", () => {
      inRoom((store) => {
        expect(store.sql.sizeBytes()).toBe(0);
        run(store, TABLE);
        const before = store.sql.sizeBytes();
        run(store, "INSERT INTO t VALUES (1, ?)", "x".repeat(100_000));
        expect(store.sql.sizeBytes() - before).toBeGreaterThan(90_000);
      });
    });
  });
}
