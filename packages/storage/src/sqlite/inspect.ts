// A room's file outside of a running room: what is in it, and the two changes that a person may make to it.
import { EPOCH_KEY } from "@inkroom/rooms";
import type { RoomDamage, RoomKey } from "@inkroom/rooms";
import { checksum } from "./checksum.ts";
import { Database } from "./database.ts";
import { ROOM_FORMAT } from "./file-format.ts";
import { deleteMeta, readMeta } from "./meta.ts";
import { subjectOf } from "./sqlite-driver.ts";
import { headOf } from "./sqlite-log.ts";
import { problemsOf } from "./verify-file.ts";

export type RoomFacts = {
  /** Sentences; empty where nothing is wrong. */
  readonly problems: readonly string[];
  /** Newest seq of its log. */
  readonly head: number;
  readonly epoch: string | undefined;
  readonly damage: RoomDamage | undefined;
};

/**
 * Opens a file that nobody else has open, and brings it to the newest version: meant for copies. `deep` reads every row;
 * without it the tables are counted and summed. Never throws.
 */
export function inspectRoom(path: string, key: RoomKey, deep: boolean): RoomFacts {
  try {
    return inFile(path, key, (db) => {
      const problems = deep ? problemsOf(db, ROOM_FORMAT) : [];
      const damage = readMeta(db, "damage");
      const epoch = db.once("SELECT v FROM _cf_bytes WHERE k = ?").get(EPOCH_KEY)?.["v"] as Uint8Array | undefined;
      return {
        problems,
        head: headOf(db),
        epoch: epoch && Buffer.from(epoch).toString("latin1"),
        // reason: written by the recovery as JSON of this type, and under a checksum.
        damage: damage === undefined ? undefined : (JSON.parse(damage) as RoomDamage),
      };
    });
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)], head: 0, epoch: undefined, damage: undefined };
  }
}

/** A recovered room may be written to again. Throws StorageError. */
export function makeWritable(path: string, key: RoomKey): void {
  inFile(path, key, (db) => db.transaction(() => deleteMeta(db, "damage")));
}

/** Another history begins: whoever knows the old one sees that this may be less. Throws StorageError. */
export function renewEpoch(path: string, key: RoomKey, epoch: string): void {
  inFile(path, key, (db) =>
    db.transaction(() => {
      const value = Buffer.from(epoch);
      const sql = "INSERT OR REPLACE INTO _cf_bytes (k, v, crc) VALUES (?, ?, ?)";
      db.sql(sql).run(EPOCH_KEY, value, checksum(EPOCH_KEY, value));
      db.sums.recount("_cf_bytes");
    }),
  );
}

function inFile<T>(path: string, key: RoomKey, work: (db: Database) => T): T {
  const db = new Database(path, { format: ROOM_FORMAT, subject: subjectOf(key), isOurs: true, isKnown: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
