// The tables of a room file and of the index, and the settings of every connection.

/** Rises with each change of the tables; a file of a higher version is refused, a lower one migrated (migrations.ts). */
export const SCHEMA_VERSION = 3;

/**
 * locking_mode comes first: set before WAL it keeps a second process out and needs no shared memory file. FULL makes
 * each commit reach the disk. The rest bounds memory and the log file, and distrusts what the file says.
 */
export const PRAGMAS = [
  "PRAGMA locking_mode = EXCLUSIVE",
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA wal_autocheckpoint = 1000",
  "PRAGMA journal_size_limit = 4194304",
  "PRAGMA foreign_keys = ON",
  "PRAGMA trusted_schema = OFF",
  "PRAGMA cell_size_check = ON",
  "PRAGMA mmap_size = 0",
] as const;

/**
 * SQLite takes 20 pages at once for an empty cache that may hold so many, which is more than a small room ever reads.
 * Emptied, and given its first page while it may hold two, it takes pages one by one from then on, here up to 512 KiB.
 */
export const SMALL_CACHE = "PRAGMA cache_size = 2; PRAGMA shrink_memory; PRAGMA user_version; PRAGMA cache_size = -512";

/**
 * The names begin with what `sql` of rooms cannot reach, so that authors may have any other. `crc` covers the whole row: SQLite itself notices almost no flipped bit. `_cf_sums` says how many rows a table has and what
 * their checksums add up to, so that a row that vanished, or came back, is noticed too.
 */
export const FILE_TABLES = `
  CREATE TABLE _cf_meta (k TEXT PRIMARY KEY, v TEXT NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE _cf_sums (t TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** `_cf_clients` keeps the highest n that was decided for a client, by an entry of the log or a refusal. */
export const DECISION_TABLES = `
  CREATE TABLE _cf_refusals (
    client TEXT NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, crc INTEGER NOT NULL, PRIMARY KEY (client, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE _cf_clients (client TEXT PRIMARY KEY, last_n INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE _cf_alarm (
    id INTEGER PRIMARY KEY CHECK (id = 1), at_ms INTEGER NOT NULL, attempt INTEGER NOT NULL, crc INTEGER NOT NULL
  ) STRICT;
`;

export const ROOM_TABLES = `
  ${FILE_TABLES}
  ${DECISION_TABLES}
  CREATE TABLE _cf_values (k TEXT PRIMARY KEY, v BLOB NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE _cf_bytes (k TEXT PRIMARY KEY, v BLOB NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE _cf_log (
    seq INTEGER PRIMARY KEY,
    client TEXT NOT NULL,
    n INTEGER NOT NULL,
    body BLOB NOT NULL,
    ts INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    UNIQUE (client, n)
  ) STRICT;
`;

/**
 * Which rooms there are, no later than when each wants to be woken, and whether its file has ever been committed to: then
 * a file that is missing or empty is a loss and not a new room.
 */
export const INDEX_ROOMS = `
  CREATE TABLE rooms (
    party TEXT NOT NULL, name TEXT NOT NULL, alarm_ms INTEGER, stored INTEGER NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (party, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rooms_by_alarm ON rooms (alarm_ms) WHERE alarm_ms IS NOT NULL;
`;

export const INDEX_TABLES = `${FILE_TABLES} ${INDEX_ROOMS}`;
