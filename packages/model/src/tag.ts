// Write tags: who wrote a property last. They guard undo and make every replica agree on authorship.
import * as v from "valibot";

/** One replica (a tab's editing identity). Derived from a secret, see protocol/client-id.ts. */
export type ClientId = string;
export const clientIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/));

/** "<client>.<n>": the transaction that wrote something. Known to its author before the server has numbered it. */
export type Tag = string;
export const tagSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}\.[0-9]{1,16}$/));

/** The tag of transaction `n` of `client`. */
export function tagOf(client: ClientId, n: number): Tag {
  return `${client}.${n}`;
}

/** The client that wrote a tag. */
export function clientOf(tag: Tag): ClientId {
  return tag.slice(0, tag.lastIndexOf("."));
}
