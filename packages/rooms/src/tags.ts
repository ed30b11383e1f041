// What a connection may be tagged with.
import { MAX_TAG_LENGTH, MAX_TAGS } from "./limits.ts";

/** The id first, then the author's tags without repetitions. Throws TypeError beyond 10 tags or 256 characters. */
export function tagsOf(id: string, tags: unknown): readonly string[] {
  if (!Array.isArray(tags)) throw new TypeError("getConnectionTags must return an array of strings");
  const all = [...new Set<unknown>([id, ...tags])];
  if (all.length > MAX_TAGS) throw new TypeError(`A connection has at most ${MAX_TAGS} tags with its id; these are ${all.length}`);
  for (const tag of all) {
    if (typeof tag !== "string" || tag.length < 1 || tag.length > MAX_TAG_LENGTH) {
      throw new TypeError(`A tag is a string of 1 to ${MAX_TAG_LENGTH} characters`);
    }
  }
  return Object.freeze(all as string[]);
}
