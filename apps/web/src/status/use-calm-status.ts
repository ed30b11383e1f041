// Keeps the pill from flickering: while work is being sent it stays "sending" for a moment longer than needed.
// It is only ever late in saying "saved", never early.
import { useEffect, useState } from "react";
import type { BoardStatus } from "./save-words.ts";

/** How long everything must have been saved before the pill says so, in ms. */
const SETTLE_MS = 400;

export function useCalmStatus(status: BoardStatus): BoardStatus {
  const [shown, setShown] = useState(status);
  const settles = status.kind === "saved" && shown.kind.startsWith("sending");
  useEffect(() => {
    if (!settles) {
      setShown(status);
      return;
    }
    const timer = window.setTimeout(() => setShown(status), SETTLE_MS);
    return () => window.clearTimeout(timer);
  }, [status, settles]);
  return settles ? shown : status;
}
