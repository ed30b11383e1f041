import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { copyDatabase } from "./copy-database.ts";

const dir = mkdtempSync(join(tmpdir(), "inkroom-copy-"));
const open: DatabaseSync[] = [];
afterAll(() => {
  for (const db of open.splice(0)) db.close();
  rmSync(dir, { recursive: true, force: true });
});

function database(name: string): DatabaseSync {
  const db = new DatabaseSync(join(dir, name));
  open.push(db);
  return db;
}

test("a copy that would begin in the middle of a write waits for its end, and has it", async () => {
  const db = database("rooms.db");
  db.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (v)");
  db.exec("BEGIN IMMEDIATE; INSERT INTO t VALUES (1)");
  const copied = copyDatabase(db, join(dir, "copy.db"));
  // The first attempt of the copy is made meanwhile, on another thread.
  await new Promise((resolve) => setTimeout(resolve, 50));
  db.exec("INSERT INTO t VALUES (2); COMMIT");
  await copied;
  expect(database("copy.db").prepare("SELECT v FROM t ORDER BY v").all()).toMatchObject([{ v: 1 }, { v: 2 }]);
});

test("what cannot be written is said at once", async () => {
  const db = database("other.db");
  db.exec("CREATE TABLE t (v)");
  await expect(copyDatabase(db, join(dir, "nowhere", "copy.db"))).rejects.toThrow(/open/);
});
