// A room's log in its file.
import { StorageError } from "@inkroom/rooms";
import type { LogEntry, RoomLog } from "@inkroom/rooms";
import { checksum, textChecksum, verify, verifyText } from "./checksum.ts";
import type { Database } from "./database.ts";
import { logFloor } from "./meta.ts";
import type { RoomFile } from "./room-file.ts";

const COLUMNS = "SELECT seq, client, n, body, ts, crc FROM _cf_log";

export type LogRow = LogEntry & { readonly crc: number };

export class SqliteLog implements RoomLog {
  readonly #file: RoomFile;
  #head: number | undefined;

  constructor(file: RoomFile) {
    this.#file = file;
  }

  head(): number {
    this.#head ??= this.#file.read(headOf) ?? 0;
    return this.#head;
  }

  append({ client, n, body, ts }: { client: string; n: number; body: Uint8Array; ts: number }): number {
    const seq = this.head() + 1;
    this.#file.write((db) => {
      if (refusalIn(db, client, n) !== undefined) throw decidedBefore();
      this.#file.step("before_append");
      const crc = checksum(identityOf({ seq, client, n, ts }), body);
      db.sql("INSERT INTO _cf_log (seq, client, n, body, ts, crc) VALUES (?, ?, ?, ?, ?, ?)").run(seq, client, n, body, ts, crc);
      db.sums.replace("_cf_log", undefined, crc);
      noteDecided(db, client, n);
      this.#file.step("after_append");
    });
    this.#head = seq;
    return seq;
  }

  read(fromSeq: number, limit: number): LogEntry[] {
    const first = Math.max(1, fromSeq);
    const entries = this.#file.read((db) => {
      const rows = db.sql(`${COLUMNS} WHERE seq >= ? ORDER BY seq LIMIT ?`).all(first, limit) as LogRow[];
      return rows.map((row, i) => {
        if (row.seq !== first + i) throw new StorageError("corrupt", `Entry ${first + i} of the log is missing`);
        return entryOf(row);
      });
    });
    return entries ?? [];
  }

  find(client: string, n: number): { seq: number; body: Uint8Array } | undefined {
    return this.#file.read((db) => {
      const row = db.sql(`${COLUMNS} WHERE client = ? AND n = ?`).get(client, n) as LogRow | undefined;
      if (row === undefined) {
        verifyAbsence(db, client, n);
        return undefined;
      }
      const { seq, body } = entryOf(row);
      return { seq, body };
    });
  }

  lastOf(client: string): number {
    return this.#file.read((db) => lastIn(db, client)?.n) ?? 0;
  }

  refuse(client: string, n: number, code: string): void {
    this.#file.write((db) => {
      if (db.sql("SELECT 1 FROM _cf_log WHERE client = ? AND n = ?").get(client, n) !== undefined) throw decidedBefore();
      const crc = textChecksum(client, n, code);
      db.sql("INSERT INTO _cf_refusals (client, n, code, crc) VALUES (?, ?, ?, ?)").run(client, n, code, crc);
      db.sums.replace("_cf_refusals", undefined, crc);
      noteDecided(db, client, n);
    });
  }

  refusal(client: string, n: number): string | undefined {
    return this.#file.read((db) => refusalIn(db, client, n));
  }

  /** What is known of the head may have been rolled back. */
  forget(): void {
    this.#head = undefined;
  }
}

/** Highest seq; 0 when empty. Throws StorageError `corrupt` where entries at the end are missing. */
export function headOf(db: Database): number {
  const head = (db.once("SELECT max(seq) AS head FROM _cf_log").get()?.["head"] as number | null) ?? 0;
  const stated = logFloor(db) + db.sums.of("_cf_log").rows;
  if (head !== stated && (head !== 0 || db.sums.of("_cf_log").rows > 0))
    throw new StorageError("corrupt", `The log ends at entry ${head} where ${stated} had been written`);
  return stated;
}

/**
 * An entry that was decided and is found by no index may be there all the same, where a bit of the index has flipped. Throws
 * StorageError `corrupt`. Passes over the log, which only damage makes necessary.
 */
function verifyAbsence(db: Database, client: string, n: number): void {
  const last = lastIn(db, client);
  if (last === undefined || last.n < n || refusalIn(db, client, n) !== undefined) return;
  const row = db.once("SELECT 1 FROM _cf_log NOT INDEXED WHERE client = ? AND n = ?").get(client, n);
  if (row !== undefined) throw new StorageError("corrupt", "An entry of the log is missing in its index");
}

/** Files whose rows of refusals and clients have all been verified since they were opened. */
const verified = new WeakSet<Database>();

/** A row that is not found may have another key by a flipped bit: then its checksum is wrong. Once per opening of the file. */
function verifyKeys(db: Database): void {
  if (verified.has(db)) return;
  for (const { client, n, code, crc } of db.once("SELECT client, n, code, crc FROM _cf_refusals NOT INDEXED").all()) {
    verifyText(crc, [client as string, n as number, code as string], "a refusal");
  }
  for (const { client, last_n: n, crc } of db.once("SELECT client, last_n, crc FROM _cf_clients NOT INDEXED").all()) {
    verifyText(crc, [client as string, n as number], "what is known of a client");
  }
  verified.add(db);
}

function refusalIn(db: Database, client: string, n: number): string | undefined {
  const row = db.sql("SELECT code, crc FROM _cf_refusals WHERE client = ? AND n = ?").get(client, n);
  if (row === undefined) {
    verifyKeys(db);
    return undefined;
  }
  const code = row["code"] as string;
  verifyText(row["crc"], [client, n, code], `the refusal of entry ${n} of a client`);
  return code;
}

function lastIn(db: Database, client: string): { readonly n: number; readonly crc: number } | undefined {
  const row = db.sql("SELECT last_n, crc FROM _cf_clients WHERE client = ?").get(client);
  if (row === undefined) {
    verifyKeys(db);
    return undefined;
  }
  const n = row["last_n"] as number;
  verifyText(row["crc"], [client, n], "what is known of a client");
  return { n, crc: row["crc"] as number };
}

function noteDecided(db: Database, client: string, n: number): void {
  const last = lastIn(db, client);
  if (last !== undefined && last.n >= n) return;
  const crc = textChecksum(client, n);
  db.sql("INSERT OR REPLACE INTO _cf_clients (client, last_n, crc) VALUES (?, ?, ?)").run(client, n, crc);
  db.sums.replace("_cf_clients", last?.crc, crc);
}

function decidedBefore(): StorageError {
  return new StorageError("duplicate", "This entry of the client was decided before");
}

/** What names an entry, in front of its body under the checksum. */
function identityOf({ seq, client, n, ts }: Omit<LogEntry, "body">): string {
  return `${seq}|${client}|${n}|${ts}`;
}

/** Throws StorageError `corrupt` unless the row is as it was written. */
export function verifyLogRow(row: LogRow): void {
  verify(row.crc, identityOf(row), row.body, `entry ${row.seq} of the log`);
}

function entryOf({ crc, ...entry }: LogRow): LogEntry {
  verifyLogRow({ crc, ...entry });
  return entry;
}
