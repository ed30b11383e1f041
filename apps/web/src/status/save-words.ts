// What the status pill says. Never claims that something is saved that is not.
import type { StoreTrouble } from "../board-store/store-trouble.ts";
import type { MessageKey } from "../i18n/en.ts";
import { locale } from "../i18n/translate.ts";
import { isShallowEqual } from "../ui/readable.ts";

/** `pending`: shapes with changes that the room does not have. `asOf`: the board on show was stored on this device and was the newest then, ms since the Unix epoch. */
export type BoardStatus =
  | { readonly kind: "connecting"; readonly asOf: number | undefined }
  /** `trouble`: why nothing is kept on this device. */
  | { readonly kind: "saved"; readonly trouble: StoreTrouble | undefined }
  | { readonly kind: "sending"; readonly pending: number }
  /** The board is saved; bytes of `pending` pictures are on their way. */
  | { readonly kind: "sending-pictures"; readonly pending: number }
  /** `isKept`: what is pending outlives this tab. */
  | { readonly kind: "offline"; readonly pending: number; readonly asOf: number | undefined; readonly isKept: boolean }
  /** The line is up and the server cannot store what comes. `isKept` as above. */
  | { readonly kind: "put-off"; readonly pending: number; readonly isKept: boolean }
  /** `pending`: own work from when the link still let one draw; it stays where it is kept. */
  | { readonly kind: "view-only"; readonly pending: number }
  | { readonly kind: "damaged" }
  | { readonly kind: "refused" };

type StatusTone = "quiet" | "busy" | "note" | "warn";
export type StatusWords = { readonly key: MessageKey; readonly count: number; readonly time: string; readonly tone: StatusTone };

/** `formatTime` writes a time for people. */
export function statusWords(status: BoardStatus, formatTime: (at: number) => string): StatusWords {
  const asOf = "asOf" in status ? status.asOf : undefined;
  const words = { count: "pending" in status ? status.pending : 0, time: asOf === undefined ? "" : formatTime(asOf) };
  switch (status.kind) {
    case "connecting":
      return asOf === undefined ? { ...words, key: "status.connecting", tone: "busy" } : { ...words, key: "status.stale", tone: "note" };
    case "saved":
      if (status.trouble === undefined) return { ...words, key: "status.saved", tone: "quiet" };
      return { ...words, key: `status.saved.${status.trouble}`, tone: "note" };
    case "sending":
      return { ...words, key: "status.sending", tone: "busy" };
    case "sending-pictures":
      return { ...words, key: "status.pictures", tone: "busy" };
    case "offline":
      return { ...words, key: offlineKey(status), tone: "warn" };
    case "put-off":
      return { ...words, key: status.isKept ? "status.putOff.kept" : "status.putOff.tab", tone: "warn" };
    case "view-only":
      if (status.pending > 0) return { ...words, key: "status.viewOnly.pending", tone: "warn" };
      return { ...words, key: "status.viewOnly", tone: "quiet" };
    case "damaged":
      return { ...words, key: "status.damaged", tone: "warn" };
    case "refused":
      return { ...words, key: "status.refused", tone: "warn" };
    default:
      return status satisfies never;
  }
}

function offlineKey({ pending, asOf, isKept }: Extract<BoardStatus, { kind: "offline" }>): MessageKey {
  if (pending === 0) return asOf === undefined ? "status.offline.none" : "status.offline.stale";
  return isKept ? "status.offline.kept" : "status.offline.tab";
}

/** A time of today as hours and minutes, any other with its day. */
export function timeWords(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return new Date(at).toLocaleString(locale(), isToday ? time : { day: "numeric", month: "short", ...time });
}

export function isSameStatus(a: BoardStatus, b: BoardStatus): boolean {
  return isShallowEqual(a, b);
}
