// The clock of the session, on the browser's timers.
import type { Clock } from "@inkroom/sync";

export const browserClock: Clock = {
  now: () => performance.now(),
  setTimer(delayMs, fn) {
    const timer = window.setTimeout(fn, delayMs);
    return () => window.clearTimeout(timer);
  },
};
