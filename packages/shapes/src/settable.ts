// Which properties of a kind a `set` op may write: all of its schema's, less what only other ops write.

/** Written by add, mv and pts; never by set. */
const NEVER_SET: ReadonlySet<string> = new Set(["id", "kind", "parent", "index"]);

/** `entries` of the kind's schema; `alsoNever` for properties of this kind that another op writes. */
export function settableProps(entries: object, alsoNever: readonly string[] = []): ReadonlySet<string> {
  return new Set(Object.keys(entries).filter((name) => !NEVER_SET.has(name) && !alsoNever.includes(name)));
}
