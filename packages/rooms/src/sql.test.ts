// What a room sees of SQL: values, cursors and errors. That statements do what they say is for the drivers' tests.
import { describe, expect, it } from "vitest";
import { createMemoryDriver } from "./memory/index.ts";
import type { MemorySql } from "./memory/index.ts";
import type { SqlResult } from "./ports.ts";
import type { RoomResponse } from "./ports.ts";
import type { RoomSql, SqlBinding } from "./room-sql.ts";
import { StorageError } from "./room-storage.ts";
import { Server } from "./server.ts";
import { RoomBench } from "./testing/index.ts";

const RESULT: SqlResult = {
  columnNames: ["id", "word", "id"],
  rows: [
    [1, "a", 10],
    [2, null, 20],
  ],
  rowsWritten: 3,
};

/** A database that gives the same result for everything and notes what it was asked. */
class ScriptedSql implements MemorySql {
  readonly asked: unknown[] = [];
  failure: Error | undefined;

  exec(query: string, bindings: readonly unknown[]): SqlResult {
    this.asked.push([query, ...bindings]);
    if (this.failure !== undefined) throw this.failure;
    return RESULT;
  }
  sizeBytes = (): number => 7;
  clear(): void {
    this.asked.push("clear");
  }
  commit(): void {}
  rollback(): void {}
  savepoint = (): { release(): void; rollback(): void } => ({ release: () => {}, rollback: () => {} });
}

type Env = { work: (room: Asker) => unknown; exceptions: unknown[] };

class Asker extends Server<Env> {
  override async onRequest(): Promise<RoomResponse> {
    return this.ctx.newResponse(JSON.stringify(await this.env.work(this)));
  }
  override onException(error: unknown): void {
    this.env.exceptions.push(error);
  }
}

function benchOf() {
  const scripted = new ScriptedSql();
  const env: Env = { work: () => null, exceptions: [] };
  const bench = new RoomBench<Env>(Asker, env, { driver: createMemoryDriver(() => scripted) });
  const inRoom = async (work: Env["work"]): Promise<unknown> => {
    env.work = work;
    const { status, body } = await bench.request();
    return status === 200 ? (JSON.parse(body) as unknown) : status;
  };
  const withSql = (work: (sql: RoomSql) => unknown): Promise<unknown> => inRoom(({ ctx }) => work(ctx.storage.sql));
  return { bench, scripted, env, inRoom, withSql };
}

describe("the parameters of a statement", () => {
  it("are text, numbers, NULL or bytes", async () => {
    const { scripted, withSql } = benchOf();
    const bytes = Uint8Array.of(9, 1, 2, 9);
    await withSql(
      (sql) =>
        sql.exec("q", "a", 1.5, true, false, null, undefined, bytes.buffer, bytes.subarray(1, 3), new DataView(bytes.buffer, 3)).rowsRead,
    );
    expect(scripted.asked).toEqual([["q", "a", 1.5, "true", "false", null, null, bytes, Uint8Array.of(1, 2), Uint8Array.of(9)]]);
  });

  it.each([
    ["an object", {}],
    ["a bigint", 1n],
    ["a function", () => 1],
    ["a date", new Date(0)],
  ])("are not %s", async (_what, value) => {
    const { scripted, withSql, bench } = benchOf();
    expect(await withSql((sql) => sql.exec("q", value as unknown as SqlBinding))).toBe(500);
    expect(bench.errors("room.hook_failed")).toEqual([expect.objectContaining({ code: "bad_value" })]);
    expect(scripted.asked).toEqual([]);
  });

  it("stand where the template has values", async () => {
    const { scripted, inRoom } = benchOf();
    const rows = await inRoom((room) => room.sql`select ${1} where a = ${"x'; drop table t"}`);
    expect(scripted.asked).toEqual([["select ? where a = ?", 1, "x'; drop table t"]]);
    expect(rows).toEqual([
      { id: 10, word: "a" },
      { id: 20, word: null },
    ]);
  });
});

describe("a cursor", () => {
  it("gives each row once, whichever way it is asked", async () => {
    const { withSql } = benchOf();
    const seen = await withSql((sql) => {
      const cursor = sql.exec("q");
      const before = [cursor.rowsRead, cursor.rowsWritten, cursor.columnNames];
      return [before, cursor.next(), [...cursor.raw()], cursor.toArray(), cursor.next(), [...cursor], cursor.rowsRead];
    });
    const first = { done: false, value: { id: 10, word: "a" } };
    expect(seen).toEqual([[0, 3, ["id", "word", "id"]], first, [[2, null, 20]], [], { done: true }, [], 2]);
  });

  it("gives the only row, or says how many there are", async () => {
    const { withSql } = benchOf();
    const seen = await withSql((sql) => {
      const cursor = sql.exec("q");
      const outcome = (run: () => unknown): unknown => {
        try {
          return run();
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [outcome(() => sql.exec("q").one()), cursor.next().value, outcome(() => cursor.one()), outcome(() => cursor.one())];
    });
    expect(seen).toEqual([
      "Expected exactly one row, but there are 2",
      { id: 10, word: "a" },
      { id: 20, word: null },
      "Expected exactly one row, but there is none",
    ]);
  });
});

describe("SQL of a room", () => {
  it("is told of deleteAll, and tells its size", async () => {
    const { scripted, inRoom } = benchOf();
    const size = await inRoom(async ({ ctx }) => {
      await ctx.storage.deleteAll();
      return ctx.storage.sql.databaseSize;
    });
    expect([size, scripted.asked]).toEqual([7, ["clear"]]);
  });

  it("reports what the template throws to onException, once, and throws it", async () => {
    const { scripted, env, inRoom, bench } = benchOf();
    scripted.failure = new StorageError("sql", "no such table: t: SQLITE_ERROR");
    expect(await inRoom((room) => room.sql`select * from t`)).toBe(500);
    expect(env.exceptions).toEqual([scripted.failure]);
    scripted.failure = new StorageError("sql", "again");
    const caught = await inRoom((room) => {
      try {
        return room.sql`select 1`;
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect([caught, env.exceptions.length]).toEqual(["again", 2]);
    expect(bench.logged.filter(({ event, fields }) => event === "room.hook_failed" && fields["hook"] === "sql")).toHaveLength(2);
  });

  it("does not work for an instance that is gone", async () => {
    const { inRoom, bench } = benchOf();
    let old: RoomSql | undefined;
    await inRoom(({ ctx }) => {
      old = ctx.storage.sql;
      return null;
    });
    await bench.clock.advance(30_000);
    expect(() => old?.exec("q")).toThrow(expect.objectContaining({ code: "closed" }));
    expect(() => old?.databaseSize).toThrow(expect.objectContaining({ code: "closed" }));
  });
});
