// The log and the bytes of a room over the SQL of a Durable Object, here over SQLite of the same dialect.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crc32 } from "node:zlib";
import { acceptByteTable, acceptRoomLog } from "@inkroom/rooms/acceptance";
import { checksum } from "./checksum.ts";
import { withTables } from "./schema.ts";
import { roomBytes, SqlTable } from "./sql-bytes.ts";
import { SqlLog } from "./sql-log.ts";
import type { Sql } from "./sql.ts";
import { nodeSql } from "./testing/node-sql.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function inDatabase<T>(work: (open: () => Sql) => T): T {
  const sql = nodeSql();
  try {
    return work(withTables(sql));
  } finally {
    sql.close();
  }
}

acceptByteTable("bytes over SQL", (work) => inDatabase((open) => work(new SqlTable(open))));
acceptRoomLog((work) => inDatabase((open) => work(new SqlLog(open))));

describe("log and bytes over SQL", () => {
  let sql: ReturnType<typeof nodeSql>;
  beforeEach(() => {
    sql = nodeSql();
  });
  afterEach(() => sql.close());

  it("tell a damaged row from a good one", () => {
    const open = withTables(sql);
    const [log, table] = [new SqlLog(open), new SqlTable(open)];
    for (const n of [1, 2, 3]) log.append({ client: "c", n, body: bytes(n, n), ts: 5 });
    table.put("k", bytes(7));
    sql.exec("UPDATE inkroom_log SET body = ? WHERE seq = 2", bytes(2, 3));
    sql.exec("UPDATE inkroom_bytes SET v = ?", bytes(6));
    expect(log.read(1, 1).map(({ seq }) => seq)).toEqual([1]);
    for (const read of [() => log.read(1, 9), () => log.find("c", 2), () => table.get("k"), () => table.list({ reverse: false })])
      expect(read).toThrow(expect.objectContaining({ name: "StorageError", code: "corrupt" }));
  });

  it("notice an entry that is missing from the middle", () => {
    const log = new SqlLog(withTables(sql));
    for (const n of [1, 2, 3]) log.append({ client: "c", n, body: bytes(n), ts: 5 });
    sql.exec("DELETE FROM inkroom_log WHERE seq = 2");
    expect(() => log.read(1, 9)).toThrow(expect.objectContaining({ code: "corrupt" }));
  });

  it("follow what the platform takes back", () => {
    const log = new SqlLog(withTables(sql));
    log.append({ client: "c", n: 1, body: bytes(1), ts: 5 });
    sql.exec("SAVEPOINT turn");
    log.append({ client: "c", n: 2, body: bytes(2), ts: 5 });
    sql.exec("ROLLBACK TO turn");
    expect([log.head(), log.lastOf("c")]).toEqual([1, 1]);
    expect(log.append({ client: "c", n: 2, body: bytes(9), ts: 5 })).toBe(2);
  });

  it("decide a number below the last one that was left out, once", () => {
    const log = new SqlLog(withTables(sql));
    log.append({ client: "c", n: 5, body: bytes(5), ts: 5 });
    expect(log.append({ client: "c", n: 3, body: bytes(3), ts: 5 })).toBe(2);
    expect(log.lastOf("c")).toBe(5);
    expect(() => log.append({ client: "c", n: 3, body: bytes(3), ts: 5 })).toThrow(expect.objectContaining({ code: "duplicate" }));
  });

  it("make no table before they are used", () => {
    const open = withTables(sql);
    const log = new SqlLog(open);
    const tables = () => [...sql.exec("SELECT name FROM sqlite_schema WHERE name LIKE 'inkroom%' AND type = 'table'")].length;
    expect(tables()).toBe(0);
    expect([log.head(), tables()]).toEqual([0, 5]);
  });

  it("refuse tables of a later version", () => {
    new SqlLog(withTables(sql)).head();
    sql.exec("UPDATE inkroom_meta SET v = 2");
    expect(() => new SqlLog(withTables(sql)).head()).toThrow(expect.objectContaining({ code: "newer_schema" }));
  });

  it("refuse keys that no host takes", () => {
    const kept = roomBytes(new SqlTable(withTables(sql)));
    for (const key of ["", "\ud800", "x".repeat(2_049)])
      expect(() => kept.put(key, bytes(1))).toThrow(expect.objectContaining({ code: "bad_key" }));
    kept.put("a/1", bytes(1));
    kept.put("b/1", bytes(2));
    expect([kept.list({ prefix: "a/" }), kept.delete("a/1"), kept.list().length]).toEqual([[["a/1", bytes(1)]], true, 1]);
  });

  it("sum as zlib does", () => {
    for (const text of ["", "a", "é🖋", "x".repeat(1_000)]) {
      const content = new TextEncoder().encode(text);
      expect(checksum(text, content)).toBe(crc32(content, crc32(`${text}|`)));
    }
  });
});
