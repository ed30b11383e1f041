// `ctx.storage.kv`: values by key, synchronously. The promises of `ctx.storage` are made of it.
import type { StoreAccess } from "./guarded-storage.ts";
import { checkKey, rangeOf } from "./key-range.ts";
import type { ValueCodec } from "./ports.ts";
import { StorageError } from "./room-storage.ts";
import type { ListOptions, RoomKv } from "./room-storage.ts";

export class GuardedKv implements RoomKv {
  readonly #access: StoreAccess;
  readonly #codec: ValueCodec;
  readonly #maxValueBytes: number;

  constructor(access: StoreAccess, codec: ValueCodec, maxValueBytes: number) {
    this.#access = access;
    this.#codec = codec;
    this.#maxValueBytes = maxValueBytes;
  }

  get<T = unknown>(key: string): T | undefined {
    checkKey(key);
    const bytes = this.#access.read().values.get(key);
    return bytes === undefined ? undefined : (this.#decode(bytes) as T);
  }

  put(key: string, value: unknown): void {
    checkKey(key);
    this.putEncoded([[key, this.encode(value)]]);
  }

  delete(key: string): boolean {
    checkKey(key);
    return this.#access.write().values.delete(key);
  }

  list<T = unknown>(options?: ListOptions): IterableIterator<[string, T]> {
    const rows = this.#access.read().values.list(rangeOf(options));
    return rows.map(([key, bytes]): [string, T] => [key, this.#decode(bytes) as T])[Symbol.iterator]();
  }

  /** Throws what a value is refused with, before anything is written. */
  encode(value: unknown): Uint8Array {
    let bytes: Uint8Array;
    try {
      bytes = this.#codec.encode(value);
    } catch (cause) {
      throw new StorageError("bad_value", "A stored value must be a structured-clone value", { cause });
    }
    if (bytes.byteLength > this.#maxValueBytes) {
      throw new StorageError("too_large", `A stored value has at most ${this.#maxValueBytes} bytes; this has ${bytes.byteLength}`);
    }
    return bytes;
  }

  /** Keys are checked already. */
  putEncoded(entries: readonly (readonly [string, Uint8Array])[]): void {
    const { values } = this.#access.write();
    for (const [key, bytes] of entries) values.put(key, bytes);
  }

  #decode(bytes: Uint8Array): unknown {
    try {
      return this.#codec.decode(bytes);
    } catch (cause) {
      throw new StorageError("corrupt", "A stored value cannot be decoded", { cause });
    }
  }
}
