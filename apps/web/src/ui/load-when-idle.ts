// Fetches code that will be wanted soon, once the page shows what it was opened for and has nothing better to do.
import type { Readable } from "./readable.ts";

/** Calls the loaders one after the other when `opening` is over; a failure shows itself when the code is used. The result cancels. */
export function loadWhenIdle(loaders: readonly (() => Promise<unknown>)[], opening: Readable<boolean>): () => void {
  let isOver = false;
  const run = async (): Promise<void> => {
    for (const load of loaders) {
      if (isOver) return;
      // One at a time: a hand on the board finds the page free between two of them.
      await load().catch(() => undefined);
    }
  };
  let stopWaiting = (): void => undefined;
  const start = (): void => {
    if (opening.get()) return;
    stopWaiting();
    stopWaiting = onceIdle(() => void run());
  };
  stopWaiting = opening.subscribe(start);
  start();
  return () => {
    isOver = true;
    stopWaiting();
  };
}

function onceIdle(run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 1_500);
    return () => clearTimeout(timer);
  }
  const idle = window.requestIdleCallback(run, { timeout: 4_000 });
  return () => window.cancelIdleCallback(idle);
}
