// What the status pill says. Never claims that something is saved that is not.
import type { MessageKey } from "../i18n/en.ts";

export type BoardStatus =
  | { readonly kind: "connecting" }
  | { readonly kind: "saved" }
  | { readonly kind: "sending"; readonly pending: number }
  | { readonly kind: "offline"; readonly pending: number }
  | { readonly kind: "view-only" }
  | { readonly kind: "refused" };

type StatusTone = "quiet" | "busy" | "warn";
export type StatusWords = { readonly key: MessageKey; readonly count: number; readonly tone: StatusTone };

export function statusWords(status: BoardStatus): StatusWords {
  switch (status.kind) {
    case "connecting":
      return { key: "status.connecting", count: 0, tone: "busy" };
    case "saved":
      return { key: "status.saved", count: 0, tone: "quiet" };
    case "sending":
      return { key: "status.sending", count: status.pending, tone: "busy" };
    case "offline":
      return { key: status.pending === 0 ? "status.offline.none" : "status.offline", count: status.pending, tone: "warn" };
    case "view-only":
      return { key: "status.viewOnly", count: 0, tone: "quiet" };
    case "refused":
      return { key: "status.refused", count: 0, tone: "warn" };
    default:
      return status satisfies never;
  }
}

export function isSameStatus(a: BoardStatus, b: BoardStatus): boolean {
  return a.kind === b.kind && ("pending" in a ? a.pending : 0) === ("pending" in b ? b.pending : 0);
}
