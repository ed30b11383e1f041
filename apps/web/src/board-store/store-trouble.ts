// Why a browser keeps nothing (or nothing new) of a board. The board works all the same, in this tab alone.

export type StoreTrouble =
  /** The browser gives no storage: a private window, a setting. */
  | "denied"
  /** No Web Locks (a page without https): tabs could not be kept apart. */
  | "unlocked"
  /** Another tab holds the storage in an older version and does not let go. */
  | "blocked"
  /** A newer Inkroom has written the storage. */
  | "newer"
  /** No space is left. */
  | "full"
  /** The storage fails for reasons of its own. */
  | "broken";

/** What an error of IndexedDB means. */
export function troubleOf(error: unknown): StoreTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  switch (name) {
    case "VersionError":
      return "newer";
    case "SecurityError":
    case "InvalidStateError":
    case "NotAllowedError":
    case "ReferenceError":
      return "denied";
    case "QuotaExceededError":
      return "full";
    default:
      return "broken";
  }
}
