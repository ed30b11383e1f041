// A full disk as one fact for all rooms: after the first failed commit writes are refused without being tried, so that
// rooms stay in memory and readable, and now and then a probe asks whether the disk takes writes again.
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { StorageError } from "@inkroom/rooms";

const ASK_AGAIN_MS = 2_000;
/** More than a commit of a busy room needs. */
const PROBE_BYTES = 512 * 1024;

export type DiskStateOptions = {
  /** Monotonic, ms. */
  readonly now: () => number;
  /** Throws where the disk does not take a write. */
  readonly probe: () => void;
};

export class DiskState {
  readonly #options: DiskStateOptions;
  /** When to ask again; undefined while the disk takes writes. */
  #askAt: number | undefined;

  constructor(options: DiskStateOptions) {
    this.#options = options;
  }

  /** Asks the disk where it is time to. */
  get isFull(): boolean {
    try {
      this.assertWritable();
      return false;
    } catch {
      return true;
    }
  }

  /** A write or commit failed. */
  failed(error: StorageError): void {
    if (error.code === "full") this.#askAt = this.#options.now() + ASK_AGAIN_MS;
  }

  /** Throws StorageError `full` while the disk is. */
  assertWritable(): void {
    if (this.#askAt === undefined) return;
    const now = this.#options.now();
    if (now >= this.#askAt) {
      try {
        this.#options.probe();
        this.#askAt = undefined;
        return;
      } catch {
        this.#askAt = now + ASK_AGAIN_MS;
      }
    }
    throw new StorageError("full", "The disk is full");
  }
}

/** Writes and removes a file of half a MiB. Throws what the file system throws. */
export function probeDisk(dataDir: string): void {
  const path = join(dataDir, "probe.tmp");
  try {
    const file = openSync(path, "w", 0o600);
    try {
      writeSync(file, new Uint8Array(PROBE_BYTES));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    rmSync(path, { force: true });
  }
}
