// Bytes of pictures that this browser holds: own ones until their room has them, and those seen lately. A database of its own,
// opened only where there are pictures; without one, memory does for as long as the tab lives.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { rowsOf } from "../board-store/database.ts";

export type PictureRow = {
  /** The room does not have it yet; `refused`: nor does it want it. */
  readonly state: "unsent" | "refused" | "kept";
  readonly mime: string;
  readonly bytes: ArrayBuffer;
  /** When it was last stored or read, ms since the Unix epoch. */
  readonly usedAt: number;
};

type StoredRow = PictureRow & { readonly hash: string };
interface PictureTables extends DBSchema {
  /** By board and hash. */
  pictures: { key: [string, string]; value: StoredRow; indexes: { hash: string } };
}

export type PictureRows = {
  get(board: string, hash: string): Promise<PictureRow | undefined>;
  /** The same picture of whatever board. */
  find(hash: string): Promise<PictureRow | undefined>;
  put(board: string, hash: string, row: PictureRow): Promise<void>;
  remove(board: string, hash: string): Promise<void>;
  /** Hashes that are in this state. */
  list(board: string, state: PictureRow["state"]): Promise<readonly string[]>;
  /** Drops what was used longest ago and its rooms have, down to so many bytes. */
  trim(maxBytes: number): Promise<void>;
  close(): void;
};

/** Never rejects: what cannot be stored is in memory. */
export async function openPictureRows(name = "inkroom-pictures"): Promise<PictureRows> {
  try {
    return new StoredRows(
      await openDB<PictureTables>(name, 1, {
        upgrade(database) {
          database.createObjectStore("pictures").createIndex("hash", "hash");
        },
        blocking(_current, _wanted, event) {
          (event.target as IDBDatabase).close(); // reason: the event of a database
        },
      }),
    );
  } catch {
    // A private window, or a setting: the pictures live as long as the tab.
    return new MemoryRows();
  }
}

class MemoryRows implements PictureRows {
  readonly #rows = new Map<string, StoredRow>();

  async get(board: string, hash: string): Promise<PictureRow | undefined> {
    return this.#rows.get(`${board}/${hash}`);
  }

  async find(hash: string): Promise<PictureRow | undefined> {
    return [...this.#rows.values()].find((row) => row.hash === hash);
  }

  async put(board: string, hash: string, row: PictureRow): Promise<void> {
    this.#rows.set(`${board}/${hash}`, { ...row, hash });
  }

  async remove(board: string, hash: string): Promise<void> {
    this.#rows.delete(`${board}/${hash}`);
  }

  async list(board: string, state: PictureRow["state"]): Promise<readonly string[]> {
    return [...this.#rows].filter(([key, row]) => key.startsWith(`${board}/`) && row.state === state).map(([, { hash }]) => hash);
  }

  async trim(): Promise<void> {}
  close(): void {}
}

class StoredRows implements PictureRows {
  readonly #database: IDBPDatabase<PictureTables>;
  /** What the database did not take. */
  readonly #memory = new MemoryRows();

  constructor(database: IDBPDatabase<PictureTables>) {
    this.#database = database;
  }

  async get(board: string, hash: string): Promise<PictureRow | undefined> {
    const stored = await this.#database.get("pictures", [board, hash]).catch(() => undefined);
    return stored ?? this.#memory.get(board, hash);
  }

  async find(hash: string): Promise<PictureRow | undefined> {
    const stored = await this.#database.getFromIndex("pictures", "hash", hash).catch(() => undefined);
    return stored ?? this.#memory.find(hash);
  }

  async put(board: string, hash: string, row: PictureRow): Promise<void> {
    const stored: StoredRow = { ...row, hash };
    await this.#database.put("pictures", stored, [board, hash]).catch(() => this.#memory.put(board, hash, row));
  }

  async remove(board: string, hash: string): Promise<void> {
    await this.#database.delete("pictures", [board, hash]);
  }

  async list(board: string, state: PictureRow["state"]): Promise<readonly string[]> {
    const found = new Set(await this.#memory.list(board, state));
    // One row at a time: all of them at once might not fit into memory.
    try {
      for (let at = await this.#database.transaction("pictures").store.openCursor(rowsOf(board)); at !== null; at = await at.continue())
        if (at.value.state === state) found.add(at.key[1]);
    } catch {
      // What is in memory is all there is.
    }
    return [...found];
  }

  async trim(maxBytes: number): Promise<void> {
    const rows: { readonly key: [string, string]; readonly size: number; readonly usedAt: number }[] = [];
    const { store, done } = this.#database.transaction("pictures", "readwrite");
    for (let at = await store.openCursor(); at !== null; at = await at.continue()) {
      const { state, bytes, usedAt } = at.value;
      if (state === "kept") rows.push({ key: at.key, size: bytes.byteLength, usedAt });
    }
    let sum = rows.reduce((total, { size }) => total + size, 0);
    for (const { key, size } of rows.toSorted((a, b) => a.usedAt - b.usedAt)) {
      if (sum <= maxBytes) break;
      sum -= size;
      await store.delete(key);
    }
    await done;
  }

  close(): void {
    this.#database.close();
  }
}

/** Removes the pictures of a board, but for those that its room does not have. */
export async function forgetPictures(board: string, name?: string): Promise<void> {
  const rows = await openPictureRows(name);
  for (const state of ["kept", "refused"] as const) for (const hash of await rows.list(board, state)) await rows.remove(board, hash);
  rows.close();
}
