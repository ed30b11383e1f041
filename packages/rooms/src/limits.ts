// Limits of the room runtime, the same in every host so that a room that works in one works in all.

/** Encoded id, uri, tags and state of one connection, bytes (what Durable Objects allow). */
export const MAX_ATTACHMENT_BYTES = 16_384;
/** Tags of a connection, its id included. */
export const MAX_TAGS = 10;
/** Length of a tag, UTF-16 units. */
export const MAX_TAG_LENGTH = 256;
/** Length of a connection id, UTF-16 units. */
export const MAX_ID_LENGTH = 128;
/** Length of a room or party name as it stands in the URL, characters. */
export const MAX_NAME_LENGTH = 512;
/** Storage key, UTF-8 bytes. */
export const MAX_KEY_BYTES = 2_048;
/** Default for the encoded size of a stored value, bytes. */
export const DEFAULT_MAX_VALUE_BYTES = 131_072;
/** Keys in one call of storage.get, put or delete. */
export const MAX_KEYS_PER_CALL = 128;
/** What a close frame has room for, UTF-8 bytes. */
export const MAX_CLOSE_REASON_BYTES = 123;
/** Events that share one commit; more start a new turn, so that answers are not held back for long. */
export const MAX_TURN_EVENTS = 256;
/** Waiting messages of one connection at which its socket is no longer read, and at which reading goes on. */
export const BACKLOG_HIGH = 256;
export const BACKLOG_LOW = 64;
/** The same for the bytes of these messages (characters of text). */
export const BACKLOG_HIGH_BYTES = 1_048_576;
export const BACKLOG_LOW_BYTES = 262_144;
/** Default for what may be on its way to one connection, bytes (characters of text). */
export const DEFAULT_MAX_UNSENT_BYTES = 8_388_608;
