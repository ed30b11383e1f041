// Checks of storage keys, and list options as a plain range.
import { MAX_KEY_BYTES } from "./limits.ts";
import { StorageError } from "./room-storage.ts";
import type { KeyRange, ListOptions } from "./room-storage.ts";
import { compareUtf8, endOfPrefix, utf8Length } from "./utf8.ts";

/** Throws `StorageError` `bad_key` for what cannot be a key. */
export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== "string" || key === "") throw new StorageError("bad_key", "A storage key is a non-empty string");
  if (!key.isWellFormed()) throw new StorageError("bad_key", "A storage key must not contain lone surrogates");
  const bytes = utf8Length(key);
  if (bytes > MAX_KEY_BYTES) throw new StorageError("bad_key", `A storage key has at most ${MAX_KEY_BYTES} bytes; this has ${bytes}`);
}

function smaller(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareUtf8(a, b) <= 0 ? a : b;
}

/** Throws TypeError for options that contradict each other. */
export function rangeOf(options: ListOptions = {}): KeyRange {
  const { start, startAfter, end, prefix, limit, reverse = false } = options;
  if (start !== undefined && startAfter !== undefined) throw new TypeError("list takes start or startAfter, not both");
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0)) throw new TypeError("The limit of list is a positive integer");
  const hasPrefix = prefix !== undefined && prefix !== "";
  const before = smaller(end, hasPrefix ? endOfPrefix(prefix) : undefined);
  // A prefix is a lower bound of its own; startAfter stays only if it is not below it.
  const after = startAfter !== undefined && !(hasPrefix && compareUtf8(startAfter, prefix) < 0) ? startAfter : undefined;
  const from = after !== undefined ? undefined : hasPrefix && (start === undefined || compareUtf8(start, prefix) < 0) ? prefix : start;
  return {
    reverse,
    ...(from === undefined ? {} : { from }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    ...(limit === undefined ? {} : { limit }),
  };
}
