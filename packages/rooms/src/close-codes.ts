// Close codes that the runtime itself sends, and what may go into a close frame.
import { MAX_CLOSE_REASON_BYTES } from "./limits.ts";
import { cutUtf8 } from "./utf8.ts";

export const ROOM_CLOSE = {
  /** Session setup or a wake failed: a bug in the room. Reconnect with backoff. */
  failed: { code: 1011, reason: "Uncaught exception during session setup" },
  wakeFailed: { code: 1011, reason: "The room could not start" },
  /** The server stops. Reconnect. */
  drain: { code: 1012, reason: "Service restart" },
  /** A newer connection has taken over this id. Stop. */
  replaced: { code: 4000, reason: "replaced" },
  /** The id is in use, and the host keeps the older connection. Stop. */
  duplicate: { code: 4001, reason: "Duplicate id" },
  /** The room has as many connections as it may. Reconnect with backoff. */
  full: { code: 1013, reason: "The room is full" },
  /** More is on its way to the connection than it may be. Reconnect and catch up. */
  slow: { code: 4503, reason: "Too slow" },
  /** A commit failed; what was not acknowledged is not stored. Reconnect with backoff. */
  storage: { code: 4500, reason: "Storage failed" },
} as const;

/** A code that may stand in a close frame sent by an application or a server. */
function isSendableCode(code: number): boolean {
  return (
    Number.isInteger(code) &&
    ((code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006) || (code >= 3000 && code <= 4999))
  );
}

/** Makes any pair legal: a code that must not be sent (1005, 1006, 1015 ...) becomes none, a long reason is cut. */
export function legalClose(code: number | undefined, reason: string): { readonly code?: number; readonly reason?: string } {
  if (code === undefined || !isSendableCode(code)) return {};
  return { code, reason: cutUtf8(reason.toWellFormed(), MAX_CLOSE_REASON_BYTES) };
}
