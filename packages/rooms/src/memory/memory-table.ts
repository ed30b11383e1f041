// A table of bytes in memory whose writes can be undone.
import type { ByteTable, KeyRange } from "../room-storage.ts";
import { compareUtf8 } from "../utf8.ts";

export class MemoryTable implements ByteTable {
  readonly #rows = new Map<string, Uint8Array>();
  readonly #undo: (() => void)[];

  /** Each write adds to `undo` what takes it back. */
  constructor(undo: (() => void)[]) {
    this.#undo = undo;
  }

  get(key: string): Uint8Array | undefined {
    return this.#rows.get(key)?.slice();
  }

  put(key: string, value: Uint8Array): void {
    this.#willChange(key);
    this.#rows.set(key, value.slice());
  }

  delete(key: string): boolean {
    this.#willChange(key);
    return this.#rows.delete(key);
  }

  clear(): void {
    for (const key of [...this.#rows.keys()]) this.delete(key);
  }

  list({ from, after, before, reverse, limit }: KeyRange): [string, Uint8Array][] {
    const isInside = (key: string): boolean =>
      (from === undefined || compareUtf8(key, from) >= 0) &&
      (after === undefined || compareUtf8(key, after) > 0) &&
      (before === undefined || compareUtf8(key, before) < 0);
    const keys = [...this.#rows.keys()].filter(isInside).sort(compareUtf8);
    if (reverse) keys.reverse();
    return keys.slice(0, limit).map((key) => [key, (this.#rows.get(key) as Uint8Array).slice()]);
  }

  #willChange(key: string): void {
    const before = this.#rows.get(key);
    this.#undo.push(() => (before === undefined ? this.#rows.delete(key) : this.#rows.set(key, before)));
  }
}
