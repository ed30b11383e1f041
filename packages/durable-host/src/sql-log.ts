// A room's log in the SQLite of its Durable Object. Nothing of it is remembered outside of the tables, so that whatever
// takes writes back (a transaction that threw, the platform after a failed commit) takes back all there is.
import { StorageError } from "@inkroom/rooms/contract";
import type { LogEntry, RoomLog } from "@inkroom/rooms/contract";
import { checksum, verify } from "./checksum.ts";
import { bytesOf, rowsOf, textOf } from "./sql.ts";
import type { Sql, SqlRow } from "./sql.ts";

const COLUMNS = "SELECT seq, client, n, body, ts, crc FROM inkroom_log";

export class SqlLog implements RoomLog {
  readonly #open: () => Sql;

  /** `open` gives the database with its tables. */
  constructor(open: () => Sql) {
    this.#open = open;
  }

  head(): number {
    return Number(rowsOf(this.#open(), "SELECT max(seq) AS head FROM inkroom_log")[0]?.["head"] ?? 0);
  }

  append({ client, n, body, ts }: { client: string; n: number; body: Uint8Array; ts: number }): number {
    this.#decide(client, n);
    const seq = this.head() + 1;
    const crc = checksum(identityOf({ seq, client, n, ts }), body);
    const sql = "INSERT INTO inkroom_log (seq, client, n, body, ts, crc) VALUES (?, ?, ?, ?, ?, ?)";
    rowsOf(this.#open(), sql, seq, client, n, body, ts, crc);
    return seq;
  }

  read(fromSeq: number, limit: number): LogEntry[] {
    const first = Math.max(1, fromSeq);
    const rows = rowsOf(this.#open(), `${COLUMNS} WHERE seq >= ? ORDER BY seq LIMIT ?`, first, limit);
    return rows.map((row, i) => {
      if (row["seq"] !== first + i) throw new StorageError("corrupt", `Entry ${first + i} of the log is missing`);
      return entryOf(row);
    });
  }

  find(client: string, n: number): { seq: number; body: Uint8Array } | undefined {
    const [row] = rowsOf(this.#open(), `${COLUMNS} WHERE client = ? AND n = ?`, client, n);
    if (row === undefined) return undefined;
    const { seq, body } = entryOf(row);
    return { seq, body };
  }

  lastOf(client: string): number {
    return Number(rowsOf(this.#open(), "SELECT last_n FROM inkroom_clients WHERE client = ?", client)[0]?.["last_n"] ?? 0);
  }

  refuse(client: string, n: number, code: string): void {
    this.#decide(client, n);
    rowsOf(this.#open(), "INSERT INTO inkroom_refusals (client, n, code) VALUES (?, ?, ?)", client, n, code);
  }

  refusal(client: string, n: number): string | undefined {
    const [row] = rowsOf(this.#open(), "SELECT code FROM inkroom_refusals WHERE client = ? AND n = ?", client, n);
    return row === undefined ? undefined : textOf(row["code"]);
  }

  /** Notes that (client, n) is decided. Throws `duplicate` if it was, before anything is written. */
  #decide(client: string, n: number): void {
    // Numbers rise, so that all but repeats are above the last one and need no further look.
    if (n <= this.lastOf(client)) {
      const known =
        "SELECT 1 FROM inkroom_log WHERE client = ?1 AND n = ?2 UNION ALL SELECT 1 FROM inkroom_refusals WHERE client = ?1 AND n = ?2";
      if (rowsOf(this.#open(), known, client, n).length > 0)
        throw new StorageError("duplicate", "This entry of the client was decided before");
    }
    const note = `INSERT INTO inkroom_clients (client, last_n) VALUES (?, ?)
      ON CONFLICT (client) DO UPDATE SET last_n = max(last_n, excluded.last_n)`;
    rowsOf(this.#open(), note, client, n);
  }
}

function identityOf({ seq, client, n, ts }: Omit<LogEntry, "body">): string {
  return `${seq}|${client}|${n}|${ts}`;
}

function entryOf(row: SqlRow): LogEntry {
  const entry = {
    seq: Number(row["seq"]),
    client: textOf(row["client"]),
    n: Number(row["n"]),
    body: bytesOf(row["body"]),
    ts: Number(row["ts"]),
  };
  verify(row["crc"], identityOf(entry), entry.body, `entry ${entry.seq} of the log`);
  return entry;
}
