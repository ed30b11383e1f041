// WebSocket close codes of the board room. Reasons are at most 123 bytes of UTF-8.

export const CLOSE = {
  /** The server is going away; reconnect. */
  drain: 1012,
  /** The room failed; reconnect with backoff. */
  roomError: 1011,
  /** A frame larger than MAX_FRAME_BYTES (MAX_HELLO_BYTES before hello); retry, but not with that frame. */
  tooBig: 1009,
  /** A newer connection took this connection id over; stop. */
  replaced: 4000,
  /** Not our language, or too many faulty messages; stop. */
  badMessage: 4400,
  /** The ticket is used up or too old; fetch another and retry. */
  ticket: 4401,
  /** Not allowed or revoked; stop. */
  forbidden: 4403,
  /** No such board; stop. */
  noRoom: 4404,
  /** No hello in time; retry. */
  helloTimeout: 4408,
  /** Protocol version not served; reload the page, keep the outbox. */
  version: 4409,
  /** The room is full; stop and say so. */
  full: 4410,
  /** Someone who may edit has sent this client away; stop and say so. */
  removed: 4411,
  /** Too many messages; retry later. */
  rate: 4429,
  /** Storage failed; retry with backoff. */
  storage: 4500,
  /** Too slow or overloaded; retry and catch up. */
  slow: 4503,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

const FATAL: ReadonlySet<number> = new Set([
  CLOSE.replaced,
  CLOSE.badMessage,
  CLOSE.forbidden,
  CLOSE.noRoom,
  CLOSE.version,
  CLOSE.full,
  CLOSE.removed,
]);

/** True where reconnecting by itself would not help. A fatal close never clears the outbox. */
export function isFatalClose(code: number): boolean {
  return FATAL.has(code);
}
