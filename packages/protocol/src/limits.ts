// Limits of the wire. Each has a test at the limit and one past it; docs/limits.md is checked against this file.

/** Further identities of a person in one hello. */
export const MAX_OTHER_PROOFS = 8;

/** Largest frame a client may send, in bytes; a larger one closes with 1009. */
export const MAX_FRAME_BYTES = 256 * 1024;
/** Largest frame before hello, in bytes. */
export const MAX_HELLO_BYTES = 4 * 1024;
/** Nesting of arrays and objects; deeper frames close with 4400 before they are parsed. */
export const MAX_DEPTH = 8;
/** Ops in one push. */
export const MAX_OPS_PER_PUSH = 200;
/** Encoded size of one op, in bytes. */
export const MAX_OP_BYTES = 64 * 1024;
/** Points in one draft frame. */
export const MAX_DRAFT_POINTS = 512;
/** Shape ids in a shared selection; a larger selection is cut by the sender. */
export const MAX_PRESENCE_SELECTION = 100;
/** What a person says at their cursor, in UTF-16 code units; longer words are cut by the sender. */
export const MAX_SAID_LENGTH = 120;
/** Target size of one ops frame, in bytes. */
export const TARGET_PART_BYTES = 192 * 1024;
/** Target size of one snap part, in bytes: some hundred strokes. Of a part that is in view, little lies out of it. */
export const SNAP_PART_BYTES = 48 * 1024;
/** Pushes a client may have on the wire without an answer. */
export const MAX_IN_FLIGHT = 64;
/** Shapes on one board, tombstones not counted. */
export const MAX_SHAPES = 1_000_000;
/** Faulty messages in STRIKE_WINDOW_MS after which the connection is closed with 4400. */
export const MAX_STRIKES = 3;
export const STRIKE_WINDOW_MS = 10_000;
/** Time a connection may take to say hello. */
export const HELLO_DEADLINE_MS = 5_000;
/** Largest picture, in bytes; a larger one is answered 413. */
export const MAX_BLOB_BYTES = 10 * 1024 * 1024;
/** Pixels of one picture, by its header; more are answered 413. */
export const MAX_PICTURE_PIXELS = 50_000_000;
