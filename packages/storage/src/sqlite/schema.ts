// The tables of a room file and of the index, and the settings of every connection.

/** Rises with each change of the tables; a file of a higher version is refused, a lower one migrated. */
export const SCHEMA_VERSION = 1;

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
  "PRAGMA cache_size = -512",
] as const;

/**
 * `crc` covers a row's key and content: SQLite itself notices almost no flipped bit. `clients` keeps the highest n that
 * was decided for a client, by an entry of `log` or of `refusals`.
 */
export const ROOM_TABLES = `
  CREATE TABLE meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE room_values (k TEXT PRIMARY KEY, v BLOB NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE room_bytes (k TEXT PRIMARY KEY, v BLOB NOT NULL, crc INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    client TEXT NOT NULL,
    n INTEGER NOT NULL,
    body BLOB NOT NULL,
    ts INTEGER NOT NULL,
    crc INTEGER NOT NULL,
    UNIQUE (client, n)
  ) STRICT;
  CREATE TABLE refusals (client TEXT NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (client, n)) STRICT, WITHOUT ROWID;
  CREATE TABLE clients (client TEXT PRIMARY KEY, last_n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE alarm (id INTEGER PRIMARY KEY CHECK (id = 1), at_ms INTEGER NOT NULL, attempt INTEGER NOT NULL) STRICT;
`;

/** Which rooms there are, and no later than when each wants to be woken. */
export const INDEX_TABLES = `
  CREATE TABLE meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE rooms (party TEXT NOT NULL, name TEXT NOT NULL, alarm_ms INTEGER, PRIMARY KEY (party, name)) STRICT, WITHOUT ROWID;
  CREATE INDEX rooms_by_alarm ON rooms (alarm_ms) WHERE alarm_ms IS NOT NULL;
`;
