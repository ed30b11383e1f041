// The browser's idle time, for work that nobody waits for.

/** Such work is not put off for ever, ms. */
const WITHIN_MS = 1_000;
/** What is taken of a page whose browser does not tell when it is idle, ms. */
const SLICE_MS = 2;

/** Resolves when the page has nothing better to do. The result is true as long as that lasts. */
export function whenIdle(): Promise<() => boolean> {
  return new Promise((resolve) => {
    // Safari has no requestIdleCallback.
    if (!("requestIdleCallback" in window)) setTimeout(() => resolve(until(performance.now() + SLICE_MS)));
    else window.requestIdleCallback((deadline) => resolve(() => deadline.timeRemaining() > 1), { timeout: WITHIN_MS });
  });
}

function until(endMs: number): () => boolean {
  return () => performance.now() < endMs;
}
