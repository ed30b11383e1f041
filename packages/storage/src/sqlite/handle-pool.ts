// Bounds how many room files are open at a time. The least recently used one gives up its handle.

export type PooledFile = {
  readonly isBusy: boolean;
  release(): void;
};

export class HandlePool {
  readonly #max: number;
  /** Least recently used first. */
  readonly #open = new Set<PooledFile>();

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#open.size;
  }

  /** The file is open and has just been used. */
  touch(file: PooledFile): void {
    this.#open.delete(file);
    this.#open.add(file);
    if (this.#open.size > this.#max) this.#releaseOldest(file);
  }

  remove(file: PooledFile): void {
    this.#open.delete(file);
  }

  // Files with an open transaction keep their handle: then the bound is exceeded until they commit.
  #releaseOldest(except: PooledFile): void {
    for (const file of this.#open) {
      if (file === except || file.isBusy) continue;
      file.release();
      this.#open.delete(file);
      return;
    }
  }
}
