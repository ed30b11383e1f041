// registry.db: which boards exist and which links open them. Board content is elsewhere (one file per room).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Link, LinkRegistry } from "@inkroom/board-access";
import { ROLES } from "@inkroom/protocol";

export interface Registry extends LinkRegistry {
  /** Writes and reads back a row. Throws where the disk does not take it. */
  probe(): void;
  /** Copies the file while it goes on being used. */
  copyTo(path: string): Promise<void>;
  close(): void;
}

/** The data directory cannot be used: not writable, no registry in it, or another process holds it. */
export class DataDirError extends Error {
  override name = "DataDirError";
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS boards (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS links (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES boards (id),
    role TEXT NOT NULL,
    hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS links_by_board ON links (board);
`;
const VERSION = 1;

/** Opens `<dataDir>/registry.db` for this process alone. `now` is ms since the Unix epoch. Throws DataDirError. */
export function openRegistry(dataDir: string, now: () => number): Registry {
  return createRegistry(openDatabase(dataDir), now);
}

function openDatabase(dataDir: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    db = new DatabaseSync(join(dataDir, "registry.db"), { enableForeignKeyConstraints: true });
    // EXCLUSIVE before WAL: the second process on this directory gets SQLITE_BUSY instead of a share of the file.
    db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF");
    db.exec(`BEGIN IMMEDIATE; ${SCHEMA}; COMMIT`);
    checkVersion(db);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof DataDirError) throw error;
    throw new DataDirError(explain(dataDir, error), { cause: error });
  }
}

function checkVersion(db: DatabaseSync): void {
  db.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('version', ?)").run(VERSION);
  const found = Number(db.prepare("SELECT value FROM meta WHERE key = 'version'").get()?.["value"]);
  if (found > VERSION) throw new DataDirError(`registry.db has version ${found}; this server knows ${VERSION}. Start the newer server.`);
}

function explain(dataDir: string, error: unknown): string {
  // reason: errors of node:sqlite and node:fs carry these fields; both are only read.
  const { errcode, code } = error as { errcode?: number; code?: string };
  if (errcode === 5) return `The data directory ${dataDir} is in use by another Inkroom process.`;
  if (errcode === 8 || errcode === 14 || code === "EACCES" || code === "EROFS" || code === "EPERM")
    return `The data directory ${dataDir} is not writable.`;
  if (code === "ENOTDIR" || code === "EEXIST") return `The data directory ${dataDir} is not a directory.`;
  if (errcode === 26) return `${join(dataDir, "registry.db")} is not a registry file.`;
  return `The data directory ${dataDir} cannot be used: ${error instanceof Error ? error.message : "unknown error"}.`;
}

/** True where an error of a registry means that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  // reason: errors of node:sqlite carry this field; SQLITE_FULL is 13.
  return error instanceof Error && (error as { errcode?: number }).errcode === 13;
}

function createRegistry(db: DatabaseSync, now: () => number): Registry {
  const insertBoard = db.prepare("INSERT INTO boards (id, created_at) VALUES (?, ?)");
  const insertLink = db.prepare("INSERT INTO links (id, board, role, hash, created_at) VALUES (?, ?, ?, ?, ?)");
  const selectLinks = db.prepare("SELECT id, role, hash FROM links WHERE board = ? AND revoked_at IS NULL");
  const writeProbe = db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('probe', ?)");
  const revoke = db.prepare("UPDATE links SET revoked_at = ? WHERE board = ? AND revoked_at IS NULL RETURNING id");
  const stands = (board: string, by: string): boolean => selectLinks.all(board).some(({ id }) => id === by);
  const insert = (board: string, link: Link): void => {
    insertLink.run(link.id, board, link.role, link.hash, now());
  };
  return {
    addBoard: (board, links) =>
      atOnce(db, () => {
        insertBoard.run(board, now());
        for (const link of links) insert(board, link);
      }),
    addLink(board, link, by) {
      if (!stands(board, by)) return false;
      insert(board, link);
      return true;
    },
    replaceLinks: (board, links, by) =>
      atOnce(db, () => {
        if (!stands(board, by)) return undefined;
        const revoked = revoke.all(now(), board).map(({ id }) => String(id));
        for (const link of links) insert(board, link);
        return revoked;
      }),
    links: (board) => selectLinks.all(board).map(toLink),
    probe: () => void writeProbe.run(now()),
    copyTo: async (path) => void (await backup(db, path)),
    close: () => db.close(),
  };
}

/** All of it, or nothing. */
function atOnce<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function toLink(row: Record<string, unknown>): Link {
  const role = ROLES.find((known) => known === row["role"]);
  if (role === undefined || !(row["hash"] instanceof Uint8Array)) throw new Error("registry.db holds a link this server cannot read");
  return { id: String(row["id"]), role, hash: row["hash"] };
}
