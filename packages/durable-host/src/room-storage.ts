// What rooms are promised of `ctx.storage` beyond what Durable Objects have, put onto the platform's own object.
import { SqlLog } from "./sql-log.ts";
import { SqlTable, roomBytes } from "./sql-bytes.ts";
import { withTables } from "./schema.ts";
import type { Sql } from "./sql.ts";

/** Where partyserver keeps a room's name for runtimes that do not know it. */
const NAME_KEY = "__ps_name";
const KEYS_PER_CALL = 128;
/** Tables of SQLite, of the platform and of this host. */
const NOT_THE_ROOMS = /^(?:sqlite|_cf|inkroom)_/i;

/** Adds `log` and `bytes`, lets `deleteAll` leave them and the alarm, and keeps partyserver's own key out of the room's. */
export function extendStorage(storage: DurableObjectStorage, name: string): void {
  // reason: the platform's binding and row types say the same with more words.
  const open = withTables(storage.sql as unknown as Sql);
  const get = storage.get.bind(storage) as (...args: unknown[]) => Promise<unknown>;
  Object.defineProperties(storage, {
    log: { value: new SqlLog(open), configurable: true },
    bytes: { value: roomBytes(new SqlTable(open)), configurable: true },
    // partyserver stores the name unless it finds it stored. Every runtime that runs this host knows the name.
    get: { value: (...args: unknown[]) => (args[0] === NAME_KEY ? Promise.resolve(name) : get(...args)), configurable: true },
    deleteAll: { value: () => deleteValues(storage), configurable: true },
  });
}

/** All values and the room's own tables, but not the alarm, the log and the bytes. */
async function deleteValues(storage: DurableObjectStorage): Promise<void> {
  dropTables(storage.sql);
  for (;;) {
    const keys = [...(await storage.list({ limit: KEYS_PER_CALL })).keys()];
    await storage.delete(keys);
    if (keys.length < KEYS_PER_CALL) return;
  }
}

function dropTables(sql: SqlStorage): void {
  const found = sql.exec<{ type: string; name: string }>("SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view')").toArray();
  const own = found.filter(({ name }) => !NOT_THE_ROOMS.test(name));
  if (own.length === 0) return;
  sql.exec("PRAGMA defer_foreign_keys = ON"); // whichever goes first, in the end none is left to refer
  for (const { type, name } of own) sql.exec(`DROP ${type} "${name.replaceAll('"', '""')}"`);
}
