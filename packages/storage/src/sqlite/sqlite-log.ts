// A room's log in its file.
import { StorageError } from "@inkroom/rooms";
import type { LogEntry, RoomLog } from "@inkroom/rooms";
import { checksum, verify } from "./checksum.ts";
import type { Database } from "./database.ts";
import type { RoomFile } from "./room-file.ts";

const COLUMNS = "SELECT seq, client, n, body, ts, crc FROM _cf_log";

type Row = LogEntry & { readonly crc: number };

export class SqliteLog implements RoomLog {
  readonly #file: RoomFile;
  #head: number | undefined;

  constructor(file: RoomFile) {
    this.#file = file;
  }

  head(): number {
    this.#head ??=
      (this.#file.read((db) => db.sql("SELECT max(seq) AS head FROM _cf_log").get()?.["head"]) as number | null | undefined) ?? 0;
    return this.#head;
  }

  append({ client, n, body, ts }: { client: string; n: number; body: Uint8Array; ts: number }): number {
    const seq = this.head() + 1;
    this.#file.write((db) => {
      if (refusalIn(db, client, n) !== undefined) throw decidedBefore();
      const crc = checksum(identityOf({ seq, client, n, ts }), body);
      db.sql("INSERT INTO _cf_log (seq, client, n, body, ts, crc) VALUES (?, ?, ?, ?, ?, ?)").run(seq, client, n, body, ts, crc);
      noteDecided(db, client, n);
    });
    this.#head = seq;
    return seq;
  }

  read(fromSeq: number, limit: number): LogEntry[] {
    const rows = (this.#file.read((db) => db.sql(`${COLUMNS} WHERE seq >= ? ORDER BY seq LIMIT ?`).all(fromSeq, limit)) ?? []) as Row[];
    return rows.map((row, i) => {
      if (row.seq !== Math.max(1, fromSeq) + i)
        throw new StorageError("corrupt", `Entry ${Math.max(1, fromSeq) + i} of the log is missing`);
      return entryOf(row);
    });
  }

  find(client: string, n: number): { seq: number; body: Uint8Array } | undefined {
    const row = this.#file.read((db) => db.sql(`${COLUMNS} WHERE client = ? AND n = ?`).get(client, n)) as Row | undefined;
    if (row === undefined) return undefined;
    const { seq, body } = entryOf(row);
    return { seq, body };
  }

  lastOf(client: string): number {
    return (
      (this.#file.read((db) => db.sql("SELECT last_n FROM _cf_clients WHERE client = ?").get(client)?.["last_n"]) as number | undefined) ??
      0
    );
  }

  refuse(client: string, n: number, code: string): void {
    this.#file.write((db) => {
      if (db.sql("SELECT 1 FROM _cf_log WHERE client = ? AND n = ?").get(client, n) !== undefined) throw decidedBefore();
      db.sql("INSERT INTO _cf_refusals (client, n, code) VALUES (?, ?, ?)").run(client, n, code);
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

function refusalIn(db: Database, client: string, n: number): string | undefined {
  return db.sql("SELECT code FROM _cf_refusals WHERE client = ? AND n = ?").get(client, n)?.["code"] as string | undefined;
}

function noteDecided(db: Database, client: string, n: number): void {
  const sql =
    "INSERT INTO _cf_clients (client, last_n) VALUES (?, ?) ON CONFLICT (client) DO UPDATE SET last_n = max(last_n, excluded.last_n)";
  db.sql(sql).run(client, n);
}

function decidedBefore(): StorageError {
  return new StorageError("duplicate", "This entry of the client was decided before");
}

function identityOf({ seq, client, n, ts }: Omit<LogEntry, "body">): string {
  return `${seq}|${client}|${n}|${ts}`;
}

function entryOf({ crc, ...entry }: Row): LogEntry {
  verify(crc, identityOf(entry), entry.body, `entry ${entry.seq} of the log`);
  return entry;
}
