// A damaged room file: put aside as it is, read as far as it proves to be right, and replaced by a file with the last good
// state. Interrupted at any point, the next open goes on from what was put aside.
import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { EPOCH_KEY } from "@inkroom/rooms";
import type { RoomDamage } from "@inkroom/rooms";
import { checksum, textChecksum } from "./checksum.ts";
import { Database } from "./database.ts";
import { ROOM_FORMAT } from "./file-format.ts";
import { writeMeta } from "./meta.ts";
import { writeOwnTables } from "./own-tables.ts";
import { NOTHING, salvage } from "./salvage.ts";
import type { Row, Salvage } from "./salvage.ts";
import { mendedWal } from "./wal-file.ts";

export type QuarantineReport = {
  /** Where the damaged file is kept; undefined where there was none. */
  readonly kept: string | undefined;
  readonly foundAt: string;
  readonly reason: string;
  /** Nothing was lost: the room goes on as if nothing had happened. Otherwise it may only be read. */
  readonly isComplete: boolean;
  /** Entries of the log that are kept, and how far it had gone. */
  readonly log: { readonly from: number; readonly to: number; readonly had: number };
  /** The bytes beside the log were kept; otherwise the room makes them anew from it. */
  readonly keepsBytes: boolean;
};

export type QuarantineOptions = {
  readonly path: string;
  readonly subject: string;
  /** Found damage, in a sentence. */
  readonly reason: string;
  /** ms since the epoch. */
  readonly now: number;
};

/** Replaces the file at `path`. No handle on it may be open. Throws what the file system throws. */
export function quarantine({ path, subject, reason, now }: QuarantineOptions): QuarantineReport {
  const kept = putAside(path, now);
  const work = `${path}.salvage`;
  const fresh = `${path}.new`;
  for (const file of [work, fresh]) remove(file);
  const saved = kept === undefined ? NOTHING : salvageOf(kept, work, subject);
  const foundAt = new Date(now).toISOString();
  writeFresh(fresh, subject, saved, { foundAt, reason });
  const log = { from: saved.floor + 1, to: saved.head, had: saved.hadHead };
  const report = { kept, foundAt, reason, isComplete: saved.isComplete, log, keepsBytes: saved.keepsBytes };
  if (kept !== undefined) writeFileSync(`${kept}.json`, `${JSON.stringify(report, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
  for (const file of [work, fresh]) remove(file);
  return report;
}

/** The database goes first: without it a log lying about is never taken for a whole room. */
function putAside(path: string, now: number): string | undefined {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, "-");
  let kept: string | undefined;
  if (existsSync(path)) {
    kept = freeName(`${path}.corrupt-${stamp}`);
    renameSync(path, kept);
  } else kept = lastAside(path);
  if (kept !== undefined && existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${kept}-wal`);
  remove(path);
  return kept;
}

function freeName(name: string): string {
  let free = name;
  for (let i = 2; existsSync(free); i++) free = `${name}-${i}`;
  return free;
}

/** What an interrupted recovery has put aside: it has no report yet. */
function lastAside(path: string): string | undefined {
  if (!existsSync(dirname(path))) return undefined;
  const prefix = `${basename(path)}.corrupt-`;
  const all = readdirSync(dirname(path)).filter((file) => file.startsWith(prefix) && !/-wal$|-shm$|-journal$|\.json$/.test(file));
  const last = all.toSorted().at(-1);
  return last === undefined || existsSync(join(dirname(path), `${last}.json`)) ? undefined : join(dirname(path), last);
}

/** From the file as SQLite reads it, or with its write-ahead log mended: whichever proves more. */
function salvageOf(kept: string, work: string, subject: string): Salvage {
  const attempt = (wal: Uint8Array | undefined): Salvage => {
    remove(work);
    copyFileSync(kept, work);
    if (wal !== undefined) writeFileSync(`${work}-wal`, wal, { mode: 0o600 });
    else if (existsSync(`${kept}-wal`)) copyFileSync(`${kept}-wal`, `${work}-wal`);
    return salvage(work, subject);
  };
  const mended = mendedWal(`${kept}-wal`);
  if (mended === undefined) return attempt(undefined);
  const better = attempt(mended);
  if (better.isComplete) return better;
  const asRead = { ...attempt(undefined), isComplete: false }; // what SQLite drops in silence is not complete
  if (asRead.head <= better.head) return better;
  return { ...asRead, hadHead: Math.max(asRead.hadHead, better.hadHead) };
}

function writeFresh(path: string, subject: string, saved: Salvage, damage: RoomDamage): void {
  const db = new Database(path, { format: ROOM_FORMAT, subject, isOurs: true });
  try {
    db.transaction(() => {
      fill(db, saved);
      for (const table of ROOM_FORMAT.summed) db.sums.recount(table);
      if (saved.floor > 0) writeMeta(db, "floor", String(saved.floor));
      if (!saved.isComplete) writeMeta(db, "damage", JSON.stringify(damage));
    });
  } finally {
    db.close();
  }
}

function fill(db: Database, saved: Salvage): void {
  const { tables, own, floor, head, hadHead, isComplete } = saved;
  const log = tables.log.rows.filter(({ seq }) => Number(seq) > floor && Number(seq) <= head);
  insert(db, "_cf_log", ["seq", "client", "n", "body", "ts", "crc"], log);
  insert(db, "_cf_values", ["k", "v", "crc"], tables.values.rows);
  insert(db, "_cf_bytes", ["k", "v", "crc"], keptBytes(saved));
  // Columns of the first version have no checksum.
  const refusals = tables.refusals.rows.map((row) => ({
    ...row,
    crc: textChecksum(String(row["client"]), Number(row["n"]), String(row["code"])),
  }));
  insert(db, "_cf_refusals", ["client", "n", "code", "crc"], refusals);
  const known = head < hadHead ? [] : tables.clients.rows; // what was decided after the last good entry is undecided again
  insert(db, "_cf_clients", ["client", "last_n", "crc"], lastNumbers([...known, ...log.map(asLast), ...refusals.map(asLast)]));
  const alarm = tables.alarm.rows.map((row) => ({ ...row, crc: textChecksum(Number(row["at_ms"]), Number(row["attempt"])) }));
  insert(db, "_cf_alarm", ["id", "at_ms", "attempt", "crc"], alarm);
  writeOwnTables(db, own);
  if (!isComplete && (head > 0 || hasEpoch(saved))) {
    const epoch = Buffer.from(randomUUID());
    insert(db, "_cf_bytes", ["k", "v", "crc"], [{ k: EPOCH_KEY, v: epoch, crc: checksum(EPOCH_KEY, epoch) }]);
  }
}

function hasEpoch({ tables }: Salvage): boolean {
  return tables.bytes.rows.some(({ k }) => k === EPOCH_KEY);
}

/** Another history begins where something was lost, so the name of the old one goes. */
function keptBytes({ tables, keepsBytes, isComplete }: Salvage): readonly Row[] {
  if (isComplete) return tables.bytes.rows;
  return keepsBytes ? tables.bytes.rows.filter(({ k }) => k !== EPOCH_KEY) : [];
}

function asLast(row: Row): Row {
  return { client: row["client"] as string, last_n: row["n"] as number };
}

function lastNumbers(rows: readonly Row[]): Row[] {
  const last = new Map<string, number>();
  for (const row of rows) {
    const client = String(row["client"]);
    last.set(client, Math.max(last.get(client) ?? 0, Number(row["last_n"])));
  }
  return [...last].map(([client, n]) => ({ client, last_n: n, crc: textChecksum(client, n) }));
}

function insert(db: Database, table: string, columns: readonly string[], rows: readonly Row[]): void {
  const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
  for (const row of rows) db.sql(sql).run(...columns.map((column) => row[column] ?? null));
}

function remove(path: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(path + suffix, { force: true });
}
